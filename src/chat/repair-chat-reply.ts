import { parseObject } from '../utils/json-object';
import { MAY_NEED_REPAIR, repairChatCompletion } from './repair-chat-json';
import { transformStream } from './transform-stream';

/**
 * Puts a reply that is not streamed into the form that openai-compatible can
 * read. One that is in it is passed on as the bytes that it came as.
 */
export function repairChatReply(
  body: ReadableStream<Uint8Array>,
): ReadableStream<Uint8Array> {
  const decoder = new TextDecoder();
  const pieces: Uint8Array[] = [];
  let text = '';

  return transformStream<Uint8Array, Uint8Array>(body, {
    readAhead: 1,
    transform(piece) {
      pieces.push(piece);
      text += decoder.decode(piece, { stream: true });
    },
    end(emit) {
      const reply = MAY_NEED_REPAIR.test(text) ? parseObject(text) : undefined;
      if (reply !== undefined && repairChatCompletion(reply)) {
        emit(new TextEncoder().encode(JSON.stringify(reply)));
      } else {
        pieces.forEach(emit);
      }
    },
  });
}
