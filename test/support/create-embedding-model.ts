import type { LocalBaseten } from '../../local-baseten';
import { type BasetenProviderSettings, createBaseten } from '../../src';
import { PerformanceClient } from './native-client';

export const TRANSPORTS = ['native', 'http'] as const;

/**
 * An embedding model of a local Baseten that uses the given transport. The
 * native client is passed, since otherwise calls of one batch would not use it.
 */
export function createEmbeddingModel(
  { modelURL, apiKey }: Pick<LocalBaseten, 'modelURL' | 'apiKey'>,
  transport: (typeof TRANSPORTS)[number],
  settings: BasetenProviderSettings = {},
) {
  return createBaseten({
    modelURL,
    apiKey,
    performanceClient: transport === 'native' ? PerformanceClient : false,
    ...settings,
  }).embeddingModel();
}
