import {
  InvalidArgumentError,
  type JSONObject,
  type LanguageModelV4FilePart,
} from '@ai-sdk/provider';
import { convertToBase64, resolveFullMediaType } from '@ai-sdk/provider-utils';
import { describe } from '../../errors/invalid-reply';
import { mergeProviderOptions } from './merge-provider-options';

/** Formats that openai-compatible sends as `input_audio`. */
const INPUT_AUDIO = /^audio\/(?:wav|mp3|mpeg)$/;

/**
 * A file of a prompt in the form that openai-compatible sends as the server
 * wants it: audio by URL or of other formats as `audio_url`, and the `detail` of
 * an image inside `image_url`.
 *
 * @throws InvalidArgumentError if its data is of no known form.
 */
export function prepareFilePart<PART extends LanguageModelV4FilePart>(
  part: PART,
): PART {
  const data = tagData(part.data);
  const { detail, ...fields } =
    mergeProviderOptions(part.providerOptions) ?? {};
  const tagged = {
    ...part,
    data,
    providerOptions: { openaiCompatible: fields },
  };
  if (data.type !== 'url' && data.type !== 'data') {
    return tagged;
  }
  const kind = part.mediaType.split('/', 1)[0];
  if (kind === 'image' && detail !== undefined) {
    const image_url = { url: urlOf(part, data), detail };
    return asWirePart(part, { type: 'image_url', image_url, ...fields });
  }
  if (kind === 'audio' && !isInputAudio(part, data)) {
    const audio_url = { url: urlOf(part, data) };
    return asWirePart(part, { type: 'audio_url', audio_url, ...fields });
  }
  return tagged;
}

type FileContent = Extract<
  LanguageModelV4FilePart['data'],
  { type: 'url' | 'data' }
>;

function isInputAudio(part: LanguageModelV4FilePart, data: FileContent) {
  return (
    data.type === 'data' &&
    INPUT_AUDIO.test(resolveFullMediaType({ part: { ...part, data } }))
  );
}

function urlOf(part: LanguageModelV4FilePart, data: FileContent): string {
  return data.type === 'url'
    ? data.url.href
    : `data:${resolveFullMediaType({ part: { ...part, data } })};base64,${convertToBase64(data.data)}`;
}

/** openai-compatible writes a part's options over what it makes of the part. */
function asWirePart<PART extends LanguageModelV4FilePart>(
  part: PART,
  fields: JSONObject,
): PART {
  return {
    ...part,
    mediaType: 'image/png',
    data: { type: 'url', url: new URL('data:,') },
    providerOptions: {
      openaiCompatible: { image_url: undefined, ...fields },
    },
  };
}

/** Prompts of older specifications, which hosts may pass on, have bare data. */
function tagData(
  data: LanguageModelV4FilePart['data'] | Uint8Array | URL | string,
): LanguageModelV4FilePart['data'] {
  if (data instanceof URL) {
    return { type: 'url', url: data };
  }
  if (typeof data === 'string' && /^(?:https?|data):/.test(data)) {
    return { type: 'url', url: new URL(data) };
  }
  if (typeof data === 'string' || data instanceof Uint8Array) {
    return { type: 'data', data };
  }
  if (data?.type === undefined) {
    throw new InvalidArgumentError({
      argument: 'prompt',
      message: `Expected the data of a file part to be tagged data, a URL, base64 or bytes, got ${describe(data)}.`,
    });
  }
  return data;
}
