import { InvalidArgumentError, LoadAPIKeyError } from '@ai-sdk/provider';
import { loadApiKey, type Resolvable, resolve } from '@ai-sdk/provider-utils';
import { describeType } from '../utils/describe-type';
import { API_KEY_ENVIRONMENT_VARIABLE } from './defaults';

/** The API key as the settings take it. */
export type ApiKeySetting = Resolvable<string | undefined>;

/** A whole header pasted as the key, in the form shown on Baseten's pages. */
const PASTED_SCHEME = /^(?:authorization: *)?(?:bearer|api-key) +/i;

/** An API key, and where it came from (for errors). */
export interface ApiKey {
  key: string;
  source: string;
}

/**
 * The API key of one call, without white space and scheme around it.
 *
 * @throws LoadAPIKeyError if it is missing or cannot be sent.
 * @throws InvalidArgumentError if the setting is not a string.
 */
export async function loadBasetenApiKey(
  setting: ApiKeySetting,
): Promise<ApiKey> {
  const apiKey =
    setting == null || typeof setting === 'string'
      ? setting
      : await resolve(setting);
  if (apiKey != null && typeof apiKey !== 'string') {
    throw new InvalidArgumentError({
      argument: 'apiKey',
      message: `Expected apiKey to be a string, or a function or promise that gives one, got ${describeType(apiKey)}.`,
    });
  }

  // `process.env.KEY ?? ''` gives an empty key: it counts as missing.
  const given = apiKey?.trim() || undefined;
  const key = loadApiKey({
    apiKey: given,
    environmentVariableName: API_KEY_ENVIRONMENT_VARIABLE,
    description: 'Baseten',
  })
    .trim()
    .replace(PASTED_SCHEME, '');

  if (key === '') {
    throw new LoadAPIKeyError({
      message: `Baseten API key is missing: the ${API_KEY_ENVIRONMENT_VARIABLE} environment variable is empty.`,
    });
  }
  const fault = findFault(key);
  if (fault != null) {
    throw new LoadAPIKeyError({
      message: `Expected the Baseten API key to hold only visible ASCII characters, got ${fault}.`,
    });
  }
  return {
    key,
    source:
      given === undefined
        ? `the ${API_KEY_ENVIRONMENT_VARIABLE} environment variable`
        : 'the apiKey setting',
  };
}

/** What is wrong with a key, in words that do not repeat it. */
function findFault(key: string): string | undefined {
  if (/^["'`“”‘’«»]|["'`“”‘’«»]$/.test(key)) {
    return 'one in quotes: take them off';
  }
  if (/[\r\n]/.test(key)) {
    return 'one with a line break';
  }
  if (/\s/.test(key)) {
    return 'one with a space in it';
  }
  return /^[\x21-\x7e]+$/.test(key) ? undefined : 'others';
}
