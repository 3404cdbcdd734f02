import type {
  TranscriptionModelV4,
  TranscriptionModelV4CallOptions,
  TranscriptionModelV4Result,
} from '@ai-sdk/provider';
import { WORKFLOW_DESERIALIZE, WORKFLOW_SERIALIZE } from '@workflow/serde';
import { BasetenModel } from '../settings/baseten-model';
import {
  type AudioModelConfig,
  deserializeAudioModel,
  isOpenAIForm,
  serializeAudioModel,
} from '../transport/audio-endpoint';
import type { AudioSource } from './encode-transcription';

type CallOptions = Omit<TranscriptionModelV4CallOptions, 'audio' | 'mediaType'>;

/**
 * A transcription model of a dedicated deployment: one of Baseten's Whispers,
 * or any server of OpenAI's form. The code of a call is loaded when the first
 * call is made.
 */
export class BasetenTranscriptionModel
  extends BasetenModel<AudioModelConfig>
  implements TranscriptionModelV4
{
  readonly specificationVersion = 'v4';
  readonly provider = 'baseten.transcription';

  static [WORKFLOW_SERIALIZE](model: BasetenTranscriptionModel) {
    return serializeAudioModel(model.modelId, model.config);
  }

  static [WORKFLOW_DESERIALIZE](options: { modelId: string; config: unknown }) {
    const { modelId, ...config } = deserializeAudioModel(options);
    return new BasetenTranscriptionModel(modelId, config);
  }

  async doGenerate({
    audio,
    mediaType,
    ...options
  }: TranscriptionModelV4CallOptions): Promise<TranscriptionModelV4Result> {
    return await this.transcribe({ audio, mediaType }, options);
  }

  /** Whisper fetches a URL itself; for other servers the AI SDK does. */
  async doGenerateFromUrl({
    audio,
    ...options
  }: CallOptions & { audio: URL }): Promise<
    TranscriptionModelV4Result | undefined
  > {
    return isOpenAIForm(this.config)
      ? undefined
      : await this.transcribe({ url: audio.href }, options);
  }

  private async transcribe(source: AudioSource, options: CallOptions) {
    const { modelId, config } = this;
    const { transcribe } = await import('./transcribe');
    return await transcribe({ modelId, config }, source, options);
  }
}
