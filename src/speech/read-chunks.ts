import { createNetworkError } from '../errors/baseten-error';
import { onAbort } from '../utils/on-abort';
import { after } from '../utils/timers';
import type { SpeechRequest } from './decode-sound';

/** Reads a body in pieces. */
export interface ChunkReader {
  /** Reads at least this many bytes, or fewer at the end of the body. */
  read(atLeast: number): Promise<Uint8Array>;
  /** The bytes already read, followed by the rest of the body. */
  readRest(start: Uint8Array): Promise<Uint8Array>;
  cancel(reason: unknown): Promise<void>;
}

/** A read fails if it is aborted, takes too long or the body is cut off. */
export function createChunkReader(
  stream: ReadableStream<Uint8Array>,
  {
    url,
    body,
    timeoutSeconds,
    abortSignal,
  }: SpeechRequest & {
    timeoutSeconds: number;
    abortSignal: AbortSignal | undefined;
  },
): ChunkReader {
  const reader = stream.getReader();
  const cancel = (reason: unknown) => reader.cancel(reason).catch(() => {});
  const networkError = (message: string, cause?: unknown) =>
    createNetworkError({ message, url, requestBodyValues: body, cause });

  const readOnce = async (): Promise<Uint8Array | undefined> => {
    abortSignal?.throwIfAborted();
    let stop = () => {};
    const stopped = new Promise<never>((_, reject) => {
      const stopListening = onAbort(abortSignal, () =>
        reject(abortSignal?.reason),
      );
      const cancelTimer = after(timeoutSeconds * 1000, () =>
        reject(
          networkError(
            `Expected ${url} to go on within ${timeoutSeconds} s, got nothing.`,
          ),
        ),
      );
      stop = () => {
        cancelTimer();
        stopListening();
      };
    });
    try {
      const next = reader.read().catch((cause: unknown) => {
        throw networkError(
          `The connection broke before the sound was complete: ${cause instanceof Error ? cause.message : String(cause)}`,
          cause,
        );
      });
      return (await Promise.race([next, stopped])).value;
    } finally {
      stop();
    }
  };
  const read = async (atLeast: number): Promise<Uint8Array> => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    while (length < atLeast) {
      const chunk = await readOnce();
      if (chunk === undefined) break;
      chunks.push(chunk);
      length += chunk.length;
    }
    return join(chunks);
  };

  return {
    read,
    readRest: async start => join([start, await read(Infinity)]),
    cancel,
  };
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) {
    return first;
  }
  const whole = new Uint8Array(
    chunks.reduce((length, chunk) => length + chunk.length, 0),
  );
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
