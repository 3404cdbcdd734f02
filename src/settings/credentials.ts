import { normalizeHeaders } from '@ai-sdk/provider-utils';
import { VERSION } from '../version';
import { assertHeaders } from './assert-headers';
import { type ApiKeySetting, loadBasetenApiKey } from './load-baseten-api-key';
import { isSecretHeader } from './secret-headers';

/** The settings that become headers. */
export interface CredentialSettings {
  apiKey?: ApiKeySetting;
  headers?: Record<string, string | undefined> | undefined;
}

/** The headers of one request, and where its key came from. */
export interface RequestHeaders {
  headers: Record<string, string>;
  /** Named in errors, such as `the apiKey setting`. */
  keySource: string;
}

/**
 * The key and headers of the settings. They are kept in closures, so that
 * printing, serializing or walking through a model that holds them finds no
 * secret. `#private` fields would do the same, but break in the proxies that the
 * AI SDK wraps models in.
 */
export interface Credentials {
  /**
   * The headers of one request, names in lower case: the settings' headers,
   * overridden by the call's; `authorization` unless one of them has it; and a
   * user agent joining the settings', the call's and the package's own.
   *
   * @throws LoadAPIKeyError if there is neither a key nor an `authorization`.
   * @throws InvalidArgumentError if a header cannot be sent; its value is not
   * in the message, since it may be a key.
   */
  createHeaders(
    callHeaders?: Record<string, string | undefined>,
  ): Promise<RequestHeaders>;

  /** The settings' headers that may be stored, because they hold no secret. */
  describeForState(): Record<string, string>;
}

export function createCredentials({
  apiKey,
  headers: settingsHeaders,
}: CredentialSettings): Credentials {
  return {
    createHeaders: async callHeaders => {
      assertHeaders(settingsHeaders);
      assertHeaders(callHeaders);
      const fromSettings = normalizeHeaders(settingsHeaders);
      const fromCall = normalizeHeaders(callHeaders);
      const { authorization, keySource } =
        readAuthorization(fromCall, 'call') ??
        readAuthorization(fromSettings, 'settings') ??
        (await createAuthorization(apiKey));

      return {
        keySource,
        headers: {
          ...fromSettings,
          ...fromCall,
          authorization,
          'user-agent': [
            fromSettings['user-agent'],
            fromCall['user-agent'],
            `ai-sdk/baseten/${VERSION}`,
          ]
            .filter(Boolean)
            .join(' '),
        },
      };
    },

    describeForState: () =>
      Object.fromEntries(
        Object.entries(normalizeHeaders(settingsHeaders)).filter(
          header => !isSecretHeader(header),
        ),
      ),
  };
}

/** An `authorization` header that replaces the API key. */
function readAuthorization(
  { authorization }: Record<string, string>,
  owner: 'call' | 'settings',
) {
  return authorization === undefined
    ? undefined
    : {
        authorization,
        keySource: `the authorization header of the ${owner}`,
      };
}

async function createAuthorization(apiKey: ApiKeySetting) {
  const { key, source } = await loadBasetenApiKey(apiKey);
  return { authorization: `Bearer ${key}`, keySource: source };
}
