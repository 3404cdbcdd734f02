import { z } from 'zod/v4';
import type { BasetenPerformanceClient } from '../../src';
import { PerformanceClient } from '../../test/support/native-client';

/** What is called for each request of this process, by its first text. */
export interface ClientObserver {
  /** A request is handed to `fetch` or to the native client. */
  onSend?: (batch: string) => void;
  /** A reply with success has been read to its end. */
  onReceive?: (batch: string) => void;
}

/**
 * Watches both transports where they leave the package, until the process
 * ends. The server cannot tell what has reached the client: a reply can still
 * be lost with its connection when the server is done with it.
 */
export function observeClient({ onSend, onReceive }: ClientObserver): void {
  const prototype: BasetenPerformanceClient = PerformanceClient.prototype;
  const { batchPost } = prototype;
  const { fetch } = globalThis;

  prototype.batchPost = async function (path, payloads, ...rest) {
    const batch = readFirstText(payloads[0]);
    onSend?.(batch);
    const reply = await batchPost.call(this, path, payloads, ...rest);
    onReceive?.(batch);
    return reply;
  };

  globalThis.fetch = async (input, init) => {
    const batch = readFirstText(JSON.parse(String(init?.body)));
    onSend?.(batch);
    const response = await fetch(input, init);
    const end = new TransformStream<Uint8Array, Uint8Array>({
      flush: () => onReceive?.(batch),
    });
    return new Response(response.body?.pipeThrough(end) ?? null, response);
  };
}

const requestSchema = z.union([
  z.object({ input: z.tuple([z.string()], z.string()) }),
  z.object({ texts: z.tuple([z.string()], z.string()) }),
]);

/** The text that names a batch, of an embedding or a reranking request. */
export function readFirstText(body: unknown): string {
  const request = requestSchema.parse(body);
  const [first] = 'input' in request ? request.input : request.texts;
  return first;
}
