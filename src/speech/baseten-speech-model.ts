import type {
  SpeechModelV4CallOptions,
  SpeechModelV4Result,
  Experimental_SpeechModelV4StreamOptions as SpeechModelV4StreamOptions,
  Experimental_SpeechModelV4StreamResult as SpeechModelV4StreamResult,
  Experimental_StreamingSpeechModelV4 as StreamingSpeechModelV4,
} from '@ai-sdk/provider';
import {
  extractResponseHeaders,
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
  serializeAudioModel,
} from '../transport/audio-endpoint';
import { readBytes } from '../transport/read-reply';
import { INSPECT } from '../utils/inspect';
import {
  type BasetenSpeechModelId,
  speechModelOptionsSchema,
} from './baseten-speech-model-options';
import { speechTools } from './speech-tools';

/**
 * A speech model of a dedicated deployment: a server of OpenAI's form, or one
 * of Baseten's models at `/predict`.
 */
export class BasetenSpeechModel implements StreamingSpeechModelV4 {
  readonly specificationVersion = 'v4';
  readonly provider = 'baseten.speech';

  static [WORKFLOW_SERIALIZE](model: BasetenSpeechModel) {
    return serializeAudioModel(model.modelId, model.config);
  }

  static [WORKFLOW_DESERIALIZE](options: { modelId: string; config: unknown }) {
    const { modelId, ...config } = deserializeAudioModel(options);
    return new BasetenSpeechModel(modelId, config);
  }

  constructor(
    readonly modelId: BasetenSpeechModelId,
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

  async doGenerate(
    options: SpeechModelV4CallOptions,
  ): Promise<SpeechModelV4Result> {
    const codec = await import('./speech-codec');
    const { request, body, warnings } = this.prepare(codec, options);
    const timestamp = new Date();
    const reply = await postAudio(this.config, {
      ...request,
      read: readBytes,
    });
    const sound = codec.decodeSound(
      reply,
      { url: this.config.url, body },
      speechTools,
    );

    return {
      audio: sound.bytes,
      warnings: [...warnings, ...sound.warnings],
      request: { body },
      response: { timestamp, modelId: this.modelId, headers: reply.headers },
    };
  }

  async doStream({
    text,
    outputFormat,
    includeRawChunks: _,
    ...options
  }: SpeechModelV4StreamOptions): Promise<SpeechModelV4StreamResult> {
    const codec = await import('./speech-codec');
    const { text: whole, warnings: warningsOfText } = await codec.readText(
      text,
      options,
      speechTools,
    );
    const { request, body, warnings } = this.prepare(codec, {
      ...options,
      text: whole,
      outputFormat:
        outputFormat && speechTools.mediaTypeToExtension(outputFormat.type),
    });
    const timestamp = new Date();
    const { stream, headers } = await postAudio(this.config, {
      ...request,
      read: async ({ response }) => ({
        value: {
          stream: response.body ?? new ReadableStream<Uint8Array>(),
          headers: extractResponseHeaders(response),
        },
      }),
    });

    return {
      stream: codec.createPartStream(
        { stream, headers },
        {
          ...request,
          url: this.config.url,
          body,
          metadata: { timestamp, modelId: this.modelId },
          warnings: [...warningsOfText, ...warnings],
        },
        speechTools,
      ),
      request: { body },
      response: { timestamp, modelId: this.modelId, headers },
    };
  }

  private prepare(
    codec: typeof import('./speech-codec'),
    {
      headers,
      abortSignal,
      providerOptions,
      ...call
    }: SpeechModelV4CallOptions,
  ) {
    const { timeoutSeconds = TIMEOUT_SECONDS.default, ...options } =
      parseBasetenOptions(providerOptions, speechModelOptionsSchema);
    const { body, warnings } = codec.encodeSpeech(
      {
        ...call,
        options,
        isOpenAIForm: isOpenAIForm(this.config),
        model:
          this.modelId === DEFAULT_MODEL_IDS.speech ? undefined : this.modelId,
      },
      speechTools,
    );
    const request = {
      headers,
      body: { json: body },
      timeoutSeconds,
      abortSignal,
    };
    return { request, body, warnings };
  }
}
