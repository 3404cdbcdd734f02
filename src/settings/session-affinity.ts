import type {
  LanguageModelV4Prompt,
  SharedV4ProviderOptions,
} from '@ai-sdk/provider';
import { assertHeaders } from './assert-headers';

/** The call that a `sessionAffinity` function makes an id for. */
export interface BasetenSessionCall {
  /** The id of the model that is called. */
  modelId: string;
  /** The messages, in the form of AI SDK 7 whichever entry is used. */
  prompt: LanguageModelV4Prompt;
  /** Headers of the call, without those of the settings. */
  headers?: Record<string, string | undefined> | undefined;
  /** Options of the call. */
  providerOptions?: SharedV4ProviderOptions | undefined;
}

/** See `sessionAffinity` of the settings. */
export type BasetenSessionAffinity =
  | 'auto'
  | (string & {})
  | ((call: BasetenSessionCall) => string | undefined);

const HEADER = 'x-session-affinity';

/**
 * The header that leads a call to the replica of its session; none if the
 * setting gives no id.
 *
 * @throws InvalidArgumentError if the id cannot be sent.
 */
export function createAffinityHeader(
  setting: BasetenSessionAffinity | undefined,
  call: BasetenSessionCall,
): Record<string, string> {
  const id =
    typeof setting === 'function'
      ? setting(call)
      : setting === 'auto'
        ? identifySession(call)
        : setting;
  if (id === undefined || id === '') {
    return {};
  }
  const header = { [HEADER]: id };
  assertHeaders(header);
  return header;
}

/** The same for all turns and tool loops of a conversation. */
function identifySession({ modelId, prompt }: BasetenSessionCall): string {
  const firstUser = prompt.findIndex(({ role }) => role === 'user');
  const beginning =
    firstUser === -1
      ? prompt.filter(({ role }) => role === 'system')
      : prompt.slice(0, firstUser + 1);
  return hash(
    JSON.stringify([
      modelId,
      // Options may mark the latest message, as caches of others ask for.
      beginning.map(({ role, content }) => [
        role,
        typeof content === 'string' ? content : content.map(describePart),
      ]),
    ]),
  );
}

type Part = Exclude<LanguageModelV4Prompt[number]['content'], string>[number];

/** A text, or enough of a file to tell it from most others. */
function describePart(part: Part): unknown {
  if (part.type === 'text') {
    return part.text;
  }
  if (part.type !== 'file') {
    return part.type;
  }
  const { mediaType, filename, data } = part;
  return [
    mediaType,
    filename,
    data.type === 'url'
      ? data.url
      : data.type === 'data'
        ? data.data.length
        : data.type,
  ];
}

/**
 * 53 bits of a text (cyrb53), which is enough to tell conversations apart and,
 * unlike the hashes of `crypto`, is there at once in every runtime.
 */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2246822507) ^
    Math.imul(low ^ (low >>> 13), 3266489909);
  low =
    Math.imul(low ^ (low >>> 16), 2246822507) ^
    Math.imul(high ^ (high >>> 13), 3266489909);
  return (2 ** 32 * (low & 0x1fffff) + (high >>> 0)).toString(36);
}
