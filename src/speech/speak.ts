import type {
  SpeechModelV4CallOptions,
  SpeechModelV4Result,
  Experimental_SpeechModelV4StreamOptions as SpeechModelV4StreamOptions,
  Experimental_SpeechModelV4StreamResult as SpeechModelV4StreamResult,
} from '@ai-sdk/provider';
import {
  extractResponseHeaders,
  mediaTypeToExtension,
} from '@ai-sdk/provider-utils';
import { TIMEOUT_SECONDS } from '../settings/defaults';
import { parseBasetenOptions } from '../settings/parse-baseten-options';
import { toServedName } from '../settings/served-name';
import {
  type AudioModelConfig,
  isOpenAIForm,
} from '../transport/audio-endpoint';
import { postAudio } from '../transport/post-audio';
import { readBytes } from '../transport/read-reply';
import { speechModelOptionsSchema } from './baseten-speech-model-options';
import { createPartStream } from './create-part-stream';
import { decodeSound } from './decode-sound';
import { encodeSpeech } from './encode-speech';
import { readText } from './read-text';

interface SpeechModel {
  modelId: string;
  config: AudioModelConfig;
}

/** Generates speech and waits for all of it. */
export async function speak(
  model: SpeechModel,
  options: SpeechModelV4CallOptions,
): Promise<SpeechModelV4Result> {
  const { modelId, config } = model;
  const { request, body, warnings } = prepare(model, options);
  const timestamp = new Date();
  const { headers, sound } = await postAudio(config, {
    ...request,
    read: readBytes,
    decode: reply => ({
      headers: reply.headers,
      sound: decodeSound(reply, { url: config.url, body }),
    }),
  });

  return {
    audio: sound.bytes,
    warnings: [...warnings, ...sound.warnings],
    request: { body },
    response: { timestamp, modelId, headers },
  };
}

/** Generates speech and passes the sound on as it arrives. */
export async function streamSpeech(
  model: SpeechModel,
  {
    text,
    outputFormat,
    includeRawChunks: _,
    ...options
  }: SpeechModelV4StreamOptions,
): Promise<SpeechModelV4StreamResult> {
  const { modelId, config } = model;
  const { text: whole, warnings: warningsOfText } = await readText(
    text,
    options,
  );
  const { request, body, warnings } = prepare(model, {
    ...options,
    text: whole,
    outputFormat: outputFormat && mediaTypeToExtension(outputFormat.type),
  });
  const timestamp = new Date();
  const { stream, headers } = await postAudio(config, {
    ...request,
    read: async ({ response }) => ({
      value: {
        stream: response.body ?? createEmptyStream(),
        headers: extractResponseHeaders(response),
      },
    }),
    decode: (reply, explain) => ({
      headers: reply.headers,
      stream: createPartStream(reply, {
        ...request,
        url: config.url,
        body,
        explain,
        metadata: { timestamp, modelId },
        warnings: [...warningsOfText, ...warnings],
      }),
    }),
  });

  return {
    stream,
    request: { body },
    response: { timestamp, modelId, headers },
  };
}

function createEmptyStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: controller => controller.close() });
}

function prepare(
  { modelId, config }: SpeechModel,
  { headers, abortSignal, providerOptions, ...call }: SpeechModelV4CallOptions,
) {
  const {
    options: { timeoutSeconds = TIMEOUT_SECONDS.default, ...options },
    warnings: warningsOfOptions,
  } = parseBasetenOptions(providerOptions, speechModelOptionsSchema);
  const { body, warnings } = encodeSpeech({
    ...call,
    options,
    isOpenAIForm: isOpenAIForm(config),
    model: toServedName(modelId, 'speech'),
  });
  const request = {
    headers,
    body: { json: body },
    timeoutSeconds,
    abortSignal,
  };
  return { request, body, warnings: [...warningsOfOptions, ...warnings] };
}
