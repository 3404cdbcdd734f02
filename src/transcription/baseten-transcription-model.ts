import type {
  TranscriptionModelV4,
  TranscriptionModelV4CallOptions,
  TranscriptionModelV4Result,
} from '@ai-sdk/provider';
import {
  WORKFLOW_DESERIALIZE,
  WORKFLOW_SERIALIZE,
} from '@ai-sdk/provider-utils';
import { DEFAULT_MODEL_IDS, TIMEOUT_SECONDS } from '../settings/defaults';
import { parseBasetenOptions } from '../settings/parse-baseten-options';
import {
  type AudioModelConfig,
  deserializeAudioModel,
  isOpenAIForm,
  postAudio,
  readJsonOrError,
  serializeAudioModel,
} from '../transport/audio-endpoint';
import { INSPECT } from '../utils/inspect';
import {
  type BasetenTranscriptionModelId,
  transcriptionModelOptionsSchema,
} from './baseten-transcription-model-options';
import type { AudioSource } from './encode-transcription';
import { transcriptionTools } from './transcription-tools';

type CallOptions = Omit<TranscriptionModelV4CallOptions, 'audio' | 'mediaType'>;

/**
 * A transcription model of a dedicated deployment: one of Baseten's Whispers,
 * or any server of OpenAI's form.
 */
export class BasetenTranscriptionModel implements TranscriptionModelV4 {
  readonly specificationVersion = 'v4';
  readonly provider = 'baseten.transcription';

  static [WORKFLOW_SERIALIZE](model: BasetenTranscriptionModel) {
    return serializeAudioModel(model.modelId, model.config);
  }

  static [WORKFLOW_DESERIALIZE](options: { modelId: string; config: unknown }) {
    const { modelId, ...config } = deserializeAudioModel(options);
    return new BasetenTranscriptionModel(modelId, config);
  }

  constructor(
    readonly modelId: BasetenTranscriptionModelId,
    private readonly config: AudioModelConfig,
  ) {}

  /** What is printed and logged of a model. */
  toJSON() {
    const { provider, modelId } = this;
    return { provider, modelId, url: this.config.url };
  }

  [INSPECT]() {
    return this.toJSON();
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

  private async transcribe(
    source: AudioSource,
    {
      headers,
      abortSignal,
      providerOptions,
      timestampGranularities = [],
    }: CallOptions,
  ): Promise<TranscriptionModelV4Result> {
    const { timeoutSeconds = TIMEOUT_SECONDS.default, ...options } =
      parseBasetenOptions(providerOptions, transcriptionModelOptionsSchema);
    const codec = await import('./transcription-codec');
    const form = isOpenAIForm(this.config)
      ? codec.openaiForm
      : codec.whisperForm;
    const call = { source, options, timestampGranularities };

    const { body, warnings } = form.encode(
      this.modelId === DEFAULT_MODEL_IDS.transcription
        ? call
        : { ...call, model: this.modelId },
      transcriptionTools,
    );
    const timestamp = new Date();
    const reply = await postAudio(this.config, {
      headers,
      body,
      timeoutSeconds,
      abortSignal,
      read: readJsonOrError,
    });
    const result = form.decode(reply.body, transcriptionTools);

    return {
      ...result,
      warnings: [
        ...warnings,
        ...codec.warnOfMissingTimes(result, timestampGranularities),
      ],
      response: { ...reply, timestamp, modelId: this.modelId },
    };
  }
}
