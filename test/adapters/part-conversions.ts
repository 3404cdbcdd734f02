import type {
  LanguageModelV4Content,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import type {
  LanguageModelV2Content,
  LanguageModelV2StreamPart,
} from 'provider-v2';
import type {
  LanguageModelV3Content,
  LanguageModelV3StreamPart,
} from 'provider-v3';
import { FLAT_USAGE, USAGE, USAGE_COPY } from './usage';

/** A V4 part and what becomes of it; `null` if it is left out. */
export interface Conversion<V4, V3, V2> {
  v4: V4;
  v3: V3 | null;
  v2: V2 | null;
}

/** Conversions of each type that V4 has: the compiler misses a new one. */
type Conversions<V4 extends { type: string }, V3, V2> = {
  [TYPE in V4['type']]: Array<
    Conversion<
      Extract<V4, { type: TYPE }>,
      Extract<V3, { type: TYPE }>,
      Extract<V2, { type: TYPE }>
    >
  >;
};

/** Metadata as V4 may have it, and as the older versions get it. */
const providerMetadata = { baseten: { list: [1, null], gone: undefined } };
const copied = { providerMetadata: { baseten: { list: [1, null] } } };

const bytes = new Uint8Array([1, 2, 3]);
const url = new URL('https://example.com/a.png');
const file = { type: 'file', mediaType: 'image/png' } as const;
const source = {
  type: 'source',
  sourceType: 'url',
  id: 's1',
  url: url.href,
} as const;
const toolCall = {
  type: 'tool-call',
  toolCallId: 'c1',
  toolName: 'weather',
  input: '{}',
} as const;
const toolResult = {
  type: 'tool-result',
  toolCallId: 'c1',
  toolName: 'search',
} as const;
const approval = {
  type: 'tool-approval-request',
  approvalId: 'a1',
  toolCallId: 'c1',
} as const;

const COMMON: Conversions<
  Extract<LanguageModelV4Content, { type: LanguageModelV4StreamPart['type'] }>,
  LanguageModelV3Content,
  LanguageModelV2Content
> = {
  source: [
    {
      v4: { ...source, providerMetadata },
      v3: { ...source, ...copied },
      v2: { ...source, ...copied },
    },
  ],
  file: [
    {
      v4: { ...file, data: { type: 'data', data: bytes }, providerMetadata },
      v3: { ...file, data: bytes, ...copied },
      v2: { ...file, data: bytes, ...copied },
    },
    { v4: { ...file, data: { type: 'url', url } }, v3: null, v2: null },
  ],
  'reasoning-file': [
    {
      v4: {
        type: 'reasoning-file',
        mediaType: 'image/png',
        data: { type: 'data', data: 'AQID' },
      },
      v3: null,
      v2: null,
    },
  ],
  custom: [{ v4: { type: 'custom', kind: 'a.b' }, v3: null, v2: null }],
  'tool-call': [
    {
      v4: { ...toolCall, providerMetadata },
      v3: { ...toolCall, ...copied },
      v2: { ...toolCall, ...copied },
    },
  ],
  'tool-result': [
    {
      v4: { ...toolResult, result: 'found', isError: true, providerMetadata },
      v3: { ...toolResult, result: 'found', isError: true, ...copied },
      v2: {
        ...toolResult,
        result: 'found',
        isError: true,
        providerExecuted: true,
        ...copied,
      },
    },
    {
      v4: { ...toolResult, result: { hits: [1] }, preliminary: true },
      v3: { ...toolResult, result: { hits: [1] }, preliminary: true },
      v2: null,
    },
  ],
  'tool-approval-request': [
    {
      v4: { ...approval, providerMetadata },
      v3: { ...approval, ...copied },
      v2: null,
    },
  ],
};

export const CONTENT: Conversions<
  LanguageModelV4Content,
  LanguageModelV3Content,
  LanguageModelV2Content
> = {
  ...COMMON,
  text: [
    {
      v4: {
        type: 'text',
        text: 'a',
        citations: [{ source }],
        providerMetadata,
      },
      v3: { type: 'text', text: 'a', ...copied },
      v2: { type: 'text', text: 'a', ...copied },
    },
  ],
  reasoning: [unchanged({ type: 'reasoning', text: 'a' })],
};

export const STREAM: Conversions<
  LanguageModelV4StreamPart,
  LanguageModelV3StreamPart,
  LanguageModelV2StreamPart
> = {
  ...COMMON,
  'stream-start': [
    {
      v4: {
        type: 'stream-start',
        warnings: [{ type: 'deprecated', setting: 'old', message: 'Use new.' }],
      },
      v3: {
        type: 'stream-start',
        warnings: [{ type: 'other', message: 'old: Use new.' }],
      },
      v2: {
        type: 'stream-start',
        warnings: [{ type: 'other', message: 'old: Use new.' }],
      },
    },
  ],
  'response-metadata': [
    same({
      type: 'response-metadata',
      id: 'r1',
      modelId: 'any-id',
      timestamp: new Date(0),
    }),
  ],
  'text-start': [unchanged({ type: 'text-start', id: '1' })],
  'text-delta': [unchanged({ type: 'text-delta', id: '1', delta: 'a' })],
  'text-end': [
    {
      v4: { type: 'text-end', id: '1', citations: [{ source }] },
      v3: { type: 'text-end', id: '1' },
      v2: { type: 'text-end', id: '1' },
    },
  ],
  'reasoning-start': [unchanged({ type: 'reasoning-start', id: '1' })],
  'reasoning-delta': [
    unchanged({ type: 'reasoning-delta', id: '1', delta: 'a' }),
  ],
  'reasoning-end': [unchanged({ type: 'reasoning-end', id: '1' })],
  'tool-input-start': [
    unchanged({ type: 'tool-input-start', id: 'c1', toolName: 'weather' }),
  ],
  'tool-input-delta': [
    unchanged({ type: 'tool-input-delta', id: 'c1', delta: '{' }),
  ],
  'tool-input-end': [unchanged({ type: 'tool-input-end', id: 'c1' })],
  finish: [
    {
      v4: {
        type: 'finish',
        finishReason: { unified: 'tool-calls', raw: 'tool_calls' },
        usage: USAGE,
        providerMetadata,
      },
      v3: {
        type: 'finish',
        finishReason: { unified: 'tool-calls', raw: 'tool_calls' },
        usage: USAGE_COPY,
        ...copied,
      },
      v2: {
        type: 'finish',
        finishReason: 'tool-calls',
        usage: FLAT_USAGE,
        ...copied,
      },
    },
  ],
  ping: [{ v4: { type: 'ping' }, v3: null, v2: null }],
  raw: [same({ type: 'raw', rawValue: { any: [1] } })],
  error: [same({ type: 'error', error: new Error('broken') })],
};

/** A part that stays what it is. */
function same<const PART>(part: PART): Conversion<PART, PART, PART> {
  return { v4: part, v3: part, v2: part };
}

/** A part that stays what it is, but for what its metadata may not have. */
function unchanged<const PART extends object>(part: PART) {
  const older = { ...part, ...copied };
  return { v4: { ...part, providerMetadata }, v3: older, v2: older };
}
