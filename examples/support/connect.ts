import { startLocalBaseten } from '../../local-baseten';

/** What an example needs for `createBaseten`. */
export interface Connection extends AsyncDisposable {
  readonly apiKey: string;
  /** Prefix of the Model APIs; `undefined` is the provider's default. */
  readonly baseURL: string | undefined;
  /** URL of a dedicated deployment; `undefined` if there is none. */
  readonly modelURL: string | undefined;
}

/**
 * Connects to Baseten if `BASETEN_API_KEY` is set, and otherwise starts a local
 * Baseten, which ends with the connection. Says which one it is.
 *
 * @param deployment The kind of dedicated deployment that the example cannot do
 * without. On Baseten its URL is taken from `BASETEN_MODEL_URL`.
 */
export async function connect(
  deployment?: 'chat' | 'embedding',
): Promise<Connection> {
  const { BASETEN_API_KEY: apiKey, BASETEN_MODEL_URL: modelURL } = process.env;

  if (!apiKey) {
    // The delay makes streaming visible.
    const local = await startLocalBaseten({ tokenDelayMilliseconds: 15 });
    console.log(
      `Talking to the local Baseten at ${local.origin}: its answers are made up.`,
    );
    console.log('Set BASETEN_API_KEY to talk to Baseten.\n');
    return {
      apiKey: local.apiKey,
      baseURL: local.baseURL,
      modelURL: `${local.modelURL}/v1`,
      [Symbol.asyncDispose]: local.close,
    };
  }

  if (deployment != null && !modelURL) {
    console.log(
      `This example needs a dedicated ${deployment} deployment: set BASETEN_MODEL_URL to its URL, such as https://model-XXXXXXXX.api.baseten.co/environments/production/sync/v1`,
    );
    process.exit(1);
  }

  console.log('Talking to Baseten.\n');
  return {
    apiKey,
    baseURL: undefined,
    modelURL: modelURL || undefined,
    [Symbol.asyncDispose]: async () => {},
  };
}
