import type { BasetenProviderSettings } from '../../src';

/** A way in which a key comes in. */
export interface Source {
  name: string;
  settings: (key: string) => BasetenProviderSettings;
  headers: (key: string) => Record<string, string>;
  /** Whether it comes from `BASETEN_API_KEY`. */
  isEnvironment?: boolean;
}

const none = () => ({});

export const SOURCES: Source[] = [
  {
    name: 'apiKey',
    settings: apiKey => ({ apiKey }),
    headers: none,
  },
  {
    name: 'a function',
    settings: key => ({ apiKey: async () => key }),
    headers: none,
  },
  {
    name: 'the environment',
    settings: none,
    headers: none,
    isEnvironment: true,
  },
  {
    name: 'a bearer token in the settings',
    settings: key => ({ headers: { Authorization: `Bearer ${key}` } }),
    headers: none,
  },
  {
    name: 'a bearer token of the call',
    settings: none,
    headers: key => ({ authorization: `Bearer ${key}` }),
  },
  {
    name: 'an own scheme in the settings',
    settings: key => ({ headers: { authorization: `Api-Key ${key}` } }),
    headers: none,
  },
  {
    name: 'another header in the settings',
    settings: key => ({ apiKey: key, headers: { 'x-api-key': key } }),
    headers: none,
  },
  {
    name: 'another header of the call',
    settings: apiKey => ({ apiKey }),
    headers: key => ({ 'x-token': key }),
  },
  {
    name: 'a header that cannot be sent',
    settings: apiKey => ({ apiKey }),
    headers: key => ({ 'x-token': `${key}\n${key}` }),
  },
  {
    name: 'a key that cannot be sent',
    settings: key => ({ apiKey: `${key} ${key}` }),
    headers: none,
  },
];
