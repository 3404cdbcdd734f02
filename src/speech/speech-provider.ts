import type { Experimental_StreamingSpeechModelV4 as StreamingSpeechModelV4 } from '@ai-sdk/provider';
import { assertModelId } from '../settings/assert-settings';
import { DEFAULT_MODEL_IDS } from '../settings/defaults';
import {
  type AudioSettings,
  configureAudioModel,
} from '../transport/audio-endpoint';
import { BasetenSpeechModel } from './baseten-speech-model';
import type { BasetenSpeechModelId } from './baseten-speech-model-options';

/** The part of a provider that makes speech models. */
export interface BasetenSpeechProvider {
  /**
   * A speech model of the deployment at `modelURL`: a server of OpenAI's form
   * at `/sync/v1`, or a model at `/predict`, where the option `textField` says
   * which field takes the text.
   *
   * @param modelId the name under which a server of OpenAI's form has the
   * model, if it wants it. Nothing is sent by default.
   * @throws InvalidArgumentError if `modelURL` is missing or has another end.
   */
  speechModel(modelId?: BasetenSpeechModelId): StreamingSpeechModelV4;

  /** The same as `speechModel`. */
  speech(modelId?: BasetenSpeechModelId): StreamingSpeechModelV4;
}

export function createSpeechProvider(
  settings: AudioSettings,
): BasetenSpeechProvider {
  const create = (modelId?: BasetenSpeechModelId) => {
    assertModelId(modelId);
    return new BasetenSpeechModel(
      modelId ?? DEFAULT_MODEL_IDS.speech,
      configureAudioModel(settings, 'speech'),
    );
  };

  return { speechModel: create, speech: create };
}
