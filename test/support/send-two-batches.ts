import { embedMany } from 'ai';
import type { LocalBaseten } from '../../local-baseten';
import { type BasetenProviderSettings, createBaseten } from '../../src';

/** Two batches. */
export const twoTexts = ['a', 'b'];
export const oneTextPerBatch = { baseten: { batchSize: 1 } };

export const NATIVE = {
  transport: 'native',
  httpVersion: '2.0',
  warnings: [],
};
export const HTTP = { transport: 'http', httpVersion: '1.1', warnings: [] };

/** Embeds two batches and tells by what transport, and what was sent. */
export async function sendTwoBatches(
  server: LocalBaseten,
  settings: BasetenProviderSettings,
  headers?: Record<string, string>,
  call: Partial<Parameters<typeof embedMany>[0]> = {},
) {
  const { modelURL, apiKey } = server;
  const { providerMetadata, warnings } = await embedMany({
    model: createBaseten({ modelURL, apiKey, ...settings }).embeddingModel(),
    values: twoTexts,
    providerOptions: oneTextPerBatch,
    ...(headers != null && { headers }),
    ...call,
  });
  const [request] = server.requests.slice(-1);
  return {
    transport: providerMetadata?.baseten?.transport,
    httpVersion: request?.httpVersion,
    headers: request?.headers,
    warnings,
  };
}
