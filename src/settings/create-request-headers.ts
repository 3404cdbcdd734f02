import { InvalidArgumentError, LoadAPIKeyError } from '@ai-sdk/provider';
import { loadApiKey, normalizeHeaders } from '@ai-sdk/provider-utils';
import { VERSION } from '../version';
import { API_KEY_ENVIRONMENT_VARIABLE } from './defaults';

/** The part of the provider's settings that ends up in headers. */
export interface CredentialSettings {
  apiKey?: string | undefined;
  headers?: Record<string, string | undefined> | undefined;
}

/**
 * The headers of one request, names in lower case: the settings' headers, the
 * call's headers over them, `authorization` unless one of them brought it, and
 * a user agent in which everyone who named himself is kept.
 *
 * @throws LoadAPIKeyError if there is neither a key nor an `authorization`.
 * @throws InvalidArgumentError if a header cannot be sent; its value is not in
 * the message, since it may be a key.
 */
export function createRequestHeaders(
  settings: CredentialSettings,
  callHeaders?: Record<string, string | undefined>,
): Record<string, string> {
  const fromSettings = normalizeHeaders(settings.headers);
  const fromCall = normalizeHeaders(callHeaders);
  const headers = { ...fromSettings, ...fromCall };

  for (const [name, value] of Object.entries(headers)) {
    assertSendable(name, value);
  }

  return {
    ...headers,
    authorization:
      headers.authorization ?? `Bearer ${loadBasetenApiKey(settings)}`,
    'user-agent': [
      fromSettings['user-agent'],
      fromCall['user-agent'],
      `ai-sdk/baseten/${VERSION}`,
    ]
      .filter(Boolean)
      .join(' '),
  };
}

function loadBasetenApiKey({ apiKey }: CredentialSettings): string {
  const key = loadApiKey({
    // An empty key is what `process.env.KEY ?? ''` gives: as good as none.
    apiKey: apiKey?.trim() === '' ? undefined : apiKey,
    environmentVariableName: API_KEY_ENVIRONMENT_VARIABLE,
    description: 'Baseten API key',
  }).trim();

  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new LoadAPIKeyError({
      message:
        key === ''
          ? `Baseten API key is missing: the ${API_KEY_ENVIRONMENT_VARIABLE} environment variable is empty.`
          : 'Expected the Baseten API key to hold only visible ASCII characters, got others.',
    });
  }

  return key;
}

function assertSendable(name: string, value: string): void {
  try {
    new Headers([[name, value]]);
  } catch {
    // `fetch` would refuse it as well, with the value in its message.
    throw new InvalidArgumentError({
      argument: 'headers',
      message: `Expected header ${JSON.stringify(name)} to have a valid name and value, got one that cannot be sent.`,
    });
  }
}
