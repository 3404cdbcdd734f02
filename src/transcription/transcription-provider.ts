import type { TranscriptionModelV4 } from '@ai-sdk/provider';
import { assertModelId } from '../settings/assert-settings';
import { DEFAULT_MODEL_IDS } from '../settings/defaults';
import {
  type AudioSettings,
  configureAudioModel,
} from '../transport/audio-endpoint';
import { BasetenTranscriptionModel } from './baseten-transcription-model';
import type { BasetenTranscriptionModelId } from './baseten-transcription-model-options';

/** The part of a provider that makes transcription models. */
export interface BasetenTranscriptionProvider {
  /**
   * A transcription model of the deployment at `modelURL`: a Whisper at
   * `/predict` (a chain's at `/run_remote`), or a server of OpenAI's form at
   * `/sync/v1`.
   *
   * @param modelId the name under which a server of OpenAI's form has the
   * model, if it wants it. Nothing is sent by default.
   * @throws InvalidArgumentError if `modelURL` is missing or has another end.
   */
  transcriptionModel(
    modelId?: BasetenTranscriptionModelId,
  ): TranscriptionModelV4;

  /** The same as `transcriptionModel`. */
  transcription(modelId?: BasetenTranscriptionModelId): TranscriptionModelV4;
}

export function createTranscriptionProvider(
  settings: AudioSettings,
): BasetenTranscriptionProvider {
  const create = (modelId?: BasetenTranscriptionModelId) => {
    assertModelId(modelId);
    return new BasetenTranscriptionModel(
      modelId ?? DEFAULT_MODEL_IDS.transcription,
      configureAudioModel(settings, 'transcription'),
    );
  };

  return { transcriptionModel: create, transcription: create };
}
