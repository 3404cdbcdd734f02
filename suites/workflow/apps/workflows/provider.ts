import { createBaseten } from '@ai-sdk/baseten';
import type { Settings } from './settings';

/** Makes the provider as apps do, with secrets that must not be stored. */
export function createProvider(settings: Settings) {
  return createBaseten({
    headers: {
      'x-api-key': 'canary-header',
      cookie: 'canary-cookie',
      'x-team': 'team-that-crosses',
    },
    ...settings,
    apiKey: 'canary-key',
  });
}
