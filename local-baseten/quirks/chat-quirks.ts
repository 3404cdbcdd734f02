import type { WireChunk, WireCompletion } from '../chat/completion-wire';
import { ENGINE_QUIRKS } from './engine-quirks';
import type { Json } from './field-quirks';
import type { Quirk } from './quirk';
import {
  joinLastChunks,
  mapDeltas,
  mapMessages,
  onUsage,
  repeatReasoning,
  withEmptyToolCalls,
  withEveryKey,
  withoutDetails,
  withoutFinishReason,
  withoutReasoningTokens,
  withoutUsageChunk,
  withTextCounts,
} from './reply-quirks';
import {
  emptyNames,
  joinToolCalls,
  nameIds,
  nameReplyIds,
  renewIds,
  repeatNames,
  splitNames,
} from './tool-call-quirks';

/**
 * Faults and dialects of Baseten's models, in the order in which they are
 * applied when several are asked for. "Seen" means in recorded traffic.
 */
const QUIRKS = {
  /** Streams: the name comes in two deltas. Not seen; some servers do it. */
  'name-in-pieces': { chunks: splitNames },
  /** Streams: every delta of a call repeats the whole name. Not seen. */
  'name-repeated': { chunks: repeatNames },
  /**
   * Streams: after the first delta of a call the name is `null` and `''` in
   * turn. Seen, beside leaving it out, which is the usual reply's way.
   */
  'null-and-empty-names': { chunks: emptyNames },
  /** Streams: a whole call comes in one delta. Seen on DeepSeek V4 Pro. */
  'whole-tool-call-delta': { chunks: joinToolCalls },
  /**
   * Streams: each delta of a call carries a new id. Seen on MiniMax M2.5 and
   * GLM-5.
   */
  'new-tool-call-id-per-delta': { chunks: renewIds },
  /**
   * All calls of a reply have one id, `functions.NAME:0`. Seen on Kimi K2
   * Thinking.
   */
  'shared-tool-call-id': {
    chunks: chunks => nameIds(chunks, true),
    completion: completion => nameReplyIds(completion, true),
  },
  /**
   * Ids are `functions.NAME:INDEX` and so repeat from request to request. Seen
   * on the Kimi family.
   */
  'functions-tool-call-id': {
    chunks: chunks => nameIds(chunks, false),
    completion: completion => nameReplyIds(completion, false),
  },
  /**
   * No finish reason; a stream also lacks the last chunk with the usage, but
   * has its `[DONE]`. Seen on GLM-5 in JSON mode.
   */
  'no-finish-reason': {
    chunks: chunks => withoutUsageChunk(chunks.map(withoutFinishReason)),
    completion: withoutFinishReason,
  },
  /** Streams: no last chunk with the usage. Seen on GLM-5.2 with `stop`. */
  'no-usage-chunk': { chunks: withoutUsageChunk },
  /**
   * Streams: the chunk with the finish reason carries the last content as
   * well. Seen on several models.
   */
  'content-with-finish-reason': { chunks: joinLastChunks },
  /**
   * The reasoning comes in `reasoning` as well. Seen in replies that are not
   * streamed, of gpt-oss, MiniMax M2.5, GLM-4.6 and Kimi K2 Thinking.
   */
  'reasoning-twice': {
    chunks: chunks => mapDeltas(chunks, repeatReasoning),
    completion: completion => mapMessages(completion, repeatReasoning),
  },
  /**
   * No reasoning tokens are counted despite reasoning text. Seen on gpt-oss,
   * MiniMax M2.5, Kimi K2 Thinking and GLM-4.6.
   */
  'zero-reasoning-tokens': onUsage(withoutReasoningTokens),
  /** The details of the usage are null. Documented. */
  'null-usage-details': onUsage(withoutDetails),
  /** Counts are strings. Reported by Baseten's own code. */
  'usage-as-strings': onUsage(withTextCounts),
  /**
   * Streams: every key of a delta is present and null when it is empty, and
   * `tool_calls` is `[]` at the end. Seen on DeepSeek V4 Pro, and on most
   * models before it.
   */
  'verbose-delta': {
    chunks: chunks => mapDeltas(withEmptyToolCalls(chunks), withEveryKey),
  },
  /** Streams: no `[DONE]` at the end. Seen on ten models with `stop`. */
  'no-done': {},
  /**
   * Streams: half-way an event with an error, and no more. Not seen; Baseten
   * says that a stream just stops.
   */
  'error-in-stream': {},
  ...ENGINE_QUIRKS,
} satisfies Record<string, Quirk>;

/** A fault or dialect of Baseten's models that chat can be given. */
export type ChatQuirk = keyof typeof QUIRKS;

const ERROR_EVENT = {
  error: { message: 'Internal Server Error', type: 'server_error', code: 500 },
};

/** Why a request is refused; `undefined` if it is not. */
export function quirkyRefusal(
  request: Json,
  quirks: readonly ChatQuirk[],
): string | undefined {
  return chosen(quirks)
    .map(({ refuse }) => refuse?.(request))
    .find(reason => reason !== undefined);
}

export function quirkyCompletion(
  completion: WireCompletion,
  quirks: readonly ChatQuirk[],
): unknown {
  const chosenQuirks = chosen(quirks);
  const changed = chosenQuirks.reduce(
    (reply, quirk) => quirk.completion?.(reply) ?? reply,
    completion,
  );
  return chosenQuirks.reduce<Json>(
    (reply, quirk) => quirk.reply?.(reply) ?? reply,
    { ...changed },
  );
}

/** The payloads of a stream's events, up to and including `[DONE]`. */
export function quirkyEvents(
  chunks: WireChunk[],
  quirks: readonly ChatQuirk[],
): unknown[] {
  const chosenQuirks = chosen(quirks);
  const changed = chosenQuirks
    .reduce((all, quirk) => quirk.chunks?.(all) ?? all, chunks)
    .map(chunk =>
      chosenQuirks.reduce<Json>((json, quirk) => quirk.chunk?.(json) ?? json, {
        ...chunk,
      }),
    );
  if (quirks.includes('error-in-stream')) {
    return [...changed.slice(0, Math.ceil(changed.length / 2)), ERROR_EVENT];
  }
  return chosenQuirks.reduce<unknown[]>(
    (events, quirk) => quirk.events?.(events) ?? events,
    quirks.includes('no-done') ? changed : [...changed, '[DONE]'],
  );
}

function chosen(quirks: readonly ChatQuirk[]): Quirk[] {
  return Object.entries(QUIRKS)
    .filter(([name]) => quirks.some(quirk => quirk === name))
    .map(([, quirk]): Quirk => quirk);
}
