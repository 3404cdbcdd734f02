import { isAbortError } from '@ai-sdk/provider-utils';
import { type JsonObject, parseObject } from '../utils/json-object';
import { createToolCallMerger } from './merge-tool-calls';
import { MAY_NEED_REPAIR, repairChatChunk } from './repair-chat-json';
import { transformStream } from './transform-stream';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const DONE = '[DONE]';
/** Between two events; a line ends with LF, CR LF or CR. */
const EVENT_END = /(?<=\n\r?\n|\r\r)/;

/** Where a stream's events have something to look at. */
const MAY_MATTER = new RegExp(`\\[DONE\\]|${MAY_NEED_REPAIR.source}`);

/** How a stream came to its end; filled in while it is read. */
export interface StreamEnding {
  /** Whether it reached `[DONE]`. */
  isDone?: boolean;
  /** What the connection broke with; the stream then ends all the same. */
  brokenBy?: unknown;
}

/**
 * Puts the events of a chat stream into the form that openai-compatible can
 * read. Events that are in it, nearly all, are passed on as the bytes that they
 * came as, without being parsed.
 */
export function repairChatStream(
  body: ReadableStream<Uint8Array>,
  ending: StreamEnding,
  abortSignal?: AbortSignal,
): ReadableStream<Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const toolCalls = createToolCallMerger();
  let rest: Uint8Array = new Uint8Array();

  const repairEvents = (bytes: Uint8Array): Uint8Array => {
    const text = decoder.decode(bytes);
    if (!MAY_MATTER.test(text)) {
      return bytes;
    }
    const repaired = text.split(EVENT_END).map(repairEvent).join('');
    return repaired === text ? bytes : encoder.encode(repaired);
  };

  const repairEvent = (event: string): string => {
    if (!MAY_MATTER.test(event)) {
      return event;
    }
    const data = dataOf(event);
    if (data === DONE) {
      ending.isDone = true;
    }
    const chunk = parseObject(data);
    return chunk !== undefined && repairChatChunk(chunk, toolCalls)
      ? toEvent(chunk)
      : event;
  };

  return transformStream(body, {
    readAhead: 1,
    transform(piece, emit) {
      const bytes = rest.length === 0 ? piece : concatenate(rest, piece);
      const end = endOfEvents(bytes, rest.length);
      rest = bytes.subarray(end);
      if (end > 0) {
        emit(repairEvents(end < bytes.length ? bytes.subarray(0, end) : bytes));
      }
    },

    recover(error) {
      if (abortSignal?.aborted || isAbortError(error)) {
        throw error;
      }
      ending.brokenBy = error;
    },

    end(emit) {
      const lastEvent = finishEvent(decoder.decode(rest));
      if (lastEvent !== undefined) {
        emit(repairEvents(encoder.encode(lastEvent)));
      }
      const held = toolCalls.flush();
      if (held.length > 0) {
        const chunk = { choices: [{ delta: { tool_calls: held } }] };
        emit(encoder.encode(toEvent(chunk)));
      }
    },
  });
}

/** The start of the first event that is not whole. */
function endOfEvents(bytes: Uint8Array, searchFrom: number): number {
  for (let at = bytes.length - 1; at >= searchFrom; at -= 1) {
    const before = bytes[at - 1];
    const isEmptyLine =
      bytes[at] === LINE_FEED
        ? before === LINE_FEED ||
          (before === CARRIAGE_RETURN && bytes[at - 2] === LINE_FEED)
        : bytes[at] === CARRIAGE_RETURN && before === CARRIAGE_RETURN;
    if (isEmptyLine) {
      return at + 1;
    }
  }
  return 0;
}

/**
 * The event that a stream's last bytes make, which may lack its empty line or,
 * where an error was sent in place of a stream, be JSON alone. Half an event
 * makes none.
 */
function finishEvent(text: string): string | undefined {
  const data = dataOf(text);
  if (data === DONE || parseObject(data) !== undefined) {
    return `${text}\n\n`;
  }
  const body = parseObject(text);
  return body !== undefined && body.choices === undefined
    ? toEvent(body)
    : undefined;
}

/** What an event's `data` lines hold together. */
function dataOf(event: string): string {
  return event
    .split(/\r\n|\n|\r/)
    .filter(line => line.startsWith('data:'))
    .map(line => line.slice('data:'.length).replace(/^ /, ''))
    .join('\n');
}

function toEvent(data: JsonObject): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
