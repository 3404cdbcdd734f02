import { createParser } from 'eventsource-parser';
import { MAX_EVENT_LENGTH } from '../../settings/defaults';

/** Receives the contents of an event stream in order. */
export interface EventHandlers {
  /**
   * @param isCut whether the stream ended before the event's empty line, so
   * that the data may be incomplete.
   */
  onData(data: string, isCut: boolean): void;

  /** Lines outside any event, such as the HTML of a proxy's error. */
  onStrayText(text: string): void;

  /** An event exceeds {@link MAX_EVENT_LENGTH}; nothing can be read after it. */
  onOverflow(): void;
}

export interface EventReader {
  push(bytes: Uint8Array): void;
  /** Called after the last bytes. */
  end(): void;
}

/** Fields and comments that the standard tells clients to ignore. */
const UNKNOWN_FIELD = /^(?!error\b)[a-z][\w-]*:/;
const KNOWN_FIELDS = ['data:', 'event:', 'id:', 'retry:'];

/** Parses the bytes of an event stream as they arrive, in linear time. */
export function createEventReader({
  onData,
  onStrayText,
  onOverflow,
}: EventHandlers): EventReader {
  const decoder = new TextDecoder();
  const strayLines: string[] = [];
  let isEnding = false;

  const passStrayText = () => {
    if (strayLines.length > 0) {
      onStrayText(strayLines.splice(0).join('\n'));
    }
  };

  const takeStrayLine = (line: string) => {
    const isCutField =
      isEnding && KNOWN_FIELDS.some(field => field.startsWith(line));
    if (!isCutField && !UNKNOWN_FIELD.test(line)) {
      strayLines.push(line);
    }
  };

  const parser = createParser({
    maxBufferSize: MAX_EVENT_LENGTH,
    onEvent: ({ data }) => {
      passStrayText();
      onData(data, isEnding);
    },
    onError: ({ type, line = '' }) => {
      if (type === 'max-buffer-size-exceeded') {
        onOverflow();
      } else if (type === 'unknown-field') {
        takeStrayLine(line);
      }
    },
  });

  return {
    push: bytes => {
      parser.feed(decoder.decode(bytes, { stream: true }));
    },
    end: () => {
      isEnding = true;
      parser.feed(`${decoder.decode()}\n\n`);
      passStrayText();
    },
  };
}
