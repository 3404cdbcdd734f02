import type {
  SpeechModelV4CallOptions,
  SpeechModelV4Result,
  Experimental_SpeechModelV4StreamOptions as SpeechModelV4StreamOptions,
  Experimental_SpeechModelV4StreamResult as SpeechModelV4StreamResult,
  Experimental_StreamingSpeechModelV4 as StreamingSpeechModelV4,
} from '@ai-sdk/provider';
import { WORKFLOW_DESERIALIZE, WORKFLOW_SERIALIZE } from '@workflow/serde';
import { BasetenModel } from '../settings/baseten-model';
import {
  type AudioModelConfig,
  deserializeAudioModel,
  serializeAudioModel,
} from '../transport/audio-endpoint';

/**
 * A speech model of a dedicated deployment: a server of OpenAI's form, or one
 * of Baseten's models at `/predict`. The code of a call is loaded when the first
 * call is made.
 */
export class BasetenSpeechModel
  extends BasetenModel<AudioModelConfig>
  implements StreamingSpeechModelV4
{
  readonly specificationVersion = 'v4';
  readonly provider = 'baseten.speech';

  static [WORKFLOW_SERIALIZE](model: BasetenSpeechModel) {
    return serializeAudioModel(model.modelId, model.config);
  }

  static [WORKFLOW_DESERIALIZE](options: { modelId: string; config: unknown }) {
    const { modelId, ...config } = deserializeAudioModel(options);
    return new BasetenSpeechModel(modelId, config);
  }

  async doGenerate(
    options: SpeechModelV4CallOptions,
  ): Promise<SpeechModelV4Result> {
    const { modelId, config } = this;
    const { speak } = await import('./speak');
    return await speak({ modelId, config }, options);
  }

  async doStream(
    options: SpeechModelV4StreamOptions,
  ): Promise<SpeechModelV4StreamResult> {
    const { modelId, config } = this;
    const { streamSpeech } = await import('./speak');
    return await streamSpeech({ modelId, config }, options);
  }
}
