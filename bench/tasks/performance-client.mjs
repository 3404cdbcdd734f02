import { PerformanceClient as Client } from '../../dist/performance-client.cjs';

if (Client == null) {
  throw new Error('Expected the native client for this machine, got none.');
}

/**
 * Baseten's native client, with the method of its own for embeddings.
 *
 * @typedef {object} NativeClient
 * @property {(texts: string[], model: string) => Promise<any>} embed
 * @property {(path: string, payloads: unknown[], limit: number) => Promise<any>} batchPost
 *
 * @type {new (baseURL: string, apiKey: string) => NativeClient}
 */
export const PerformanceClient = Object(Client);
