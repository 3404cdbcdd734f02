import {
  type JSONObject,
  JSONParseError,
  type JSONValue,
  type LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import {
  createReportedError,
  createTooLargeError,
  type RepliedRequest,
} from '../../errors/reported-error';
import { MAX_EVENT_LENGTH } from '../../settings/defaults';
import { isJsonObject } from '../../utils/json-object';
import { createEventReader } from '../wire/event-reader';
import { parseJson } from '../wire/parse-json';
import { readChatReply } from '../wire/read-chat-reply';
import { createPartAssembler } from './assemble-parts';
import { createErrorParts } from './error-parts';
import { finishStream } from './finish-stream';
import { createToolCallParts } from './tool-call-parts';
import type { ToolNames } from './tool-names';

const DONE = /^\s*\[DONE\]\s*$/;

/** The parts of a call that its stream depends on. */
export interface StreamOptions {
  /** The index of the choice to read, where several were asked for. */
  choiceIndex: number | undefined;
  /** What an error passes through before it is seen. */
  explain: (error: unknown) => unknown;
  includeRawChunks: boolean;
  /** The request as errors describe it. */
  request: RepliedRequest;
  toUniqueId: (id: string) => string;
  tools: ToolNames;
}

/** Turns the bytes of a chat stream into parts. */
export interface StreamReader {
  push(bytes: Uint8Array): void;
  /** Whether the stream is over, even if more bytes come. */
  isOver(): boolean;
  /** @param brokenBy the error that broke the connection, if any. */
  end(brokenBy: unknown): void;
}

/**
 * Each event is parsed once and repaired as JSON. After an error of the server
 * and after `[DONE]` the stream is over, though the connection may stay open.
 */
export function createStreamReader(
  emit: (part: LanguageModelV4StreamPart) => void,
  options: StreamOptions,
): StreamReader {
  const { choiceIndex, includeRawChunks, request } = options;
  const toolCalls = createToolCallParts({ ...options, emit });
  const assembler = createPartAssembler(emit, toolCalls);
  const errors = createErrorParts(emit, options.explain);
  let isDone = false;
  let isOver = false;

  const failForGood = (error: unknown) => {
    errors.add(error);
    isOver = true;
  };

  const addJson = (json: JSONObject) => {
    try {
      const chunk = readChatReply(json, choiceIndex);
      if (chunk.error === undefined) {
        assembler.add(chunk);
      } else {
        failForGood(createReportedError(JSON.stringify(chunk.error), request));
      }
    } catch (error) {
      errors.add(error);
    }
  };

  const reader = createEventReader({
    onData: (data, isCut) => {
      if (isOver || data === '') {
        return;
      }
      if (DONE.test(data)) {
        isDone = true;
        isOver = true;
        return;
      }
      const json = tryParse(data);
      if (includeRawChunks && !(isCut && json === undefined)) {
        emit({ type: 'raw', rawValue: json ?? data });
      }
      if (isJsonObject(json)) {
        addJson(json);
      } else if (/^\s*[{[]/.test(data)) {
        // A broken connection leaves half an event at the end.
        if (!isCut) {
          errors.add(new JSONParseError({ text: data, cause: undefined }));
        }
      } else if (!isCut) {
        failForGood(createReportedError(data, request));
      }
    },
    onStrayText: text => {
      if (isOver) {
        return;
      }
      const json = tryParse(text);
      if (isJsonObject(json)) {
        addJson(json);
      } else {
        failForGood(createReportedError(text, request));
      }
    },
    onOverflow: () =>
      failForGood(
        createTooLargeError(
          `events of at most ${MAX_EVENT_LENGTH} characters in a stream`,
          request,
        ),
      ),
  });

  return {
    push: reader.push,
    isOver: () => isOver,
    end: brokenBy => {
      if (!isOver) {
        reader.end();
      }
      assembler.endText();
      finishStream(emit, {
        facts: assembler.facts,
        toolCalls,
        errors,
        isDone,
        brokenBy,
        request,
      });
    },
  };
}

function tryParse(text: string): JSONValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
