import { startLocalBaseten } from '../../local-baseten';

/** What an example needs for `createBaseten`. */
export interface Connection extends AsyncDisposable {
  readonly apiKey: string;
  /** Prefix of the Model APIs; `undefined` is the provider's default. */
  readonly baseURL: string | undefined;
  /**
   * URL of a dedicated deployment for chat or embeddings; `undefined` if there
   * is none.
   */
  readonly modelURL: string | undefined;
  /** URL of a dedicated reranking deployment; `undefined` if there is none. */
  readonly rerankingURL: string | undefined;
}

/**
 * Connects to Baseten if `BASETEN_API_KEY` is set, and otherwise starts a local
 * Baseten, which ends with the connection. Says which one it is.
 *
 * @param deployments The kinds of dedicated deployments that the example cannot
 * do without. On Baseten their URLs are taken from `BASETEN_MODEL_URL` and, for
 * reranking, `BASETEN_RERANKING_URL`.
 */
export async function connect(
  ...deployments: Array<'chat' | 'embedding' | 'reranking'>
): Promise<Connection> {
  const { BASETEN_API_KEY: apiKey } = process.env;

  if (!apiKey) {
    // The delay makes streaming visible.
    const local = await startLocalBaseten({ tokenDelayMilliseconds: 15 });
    console.log(
      `Talking to the local Baseten at ${local.origin}: its answers are made up.`,
    );
    console.log('Set BASETEN_API_KEY to talk to Baseten.\n');
    const modelURL = `${local.modelURL}/v1`;
    return {
      apiKey: local.apiKey,
      baseURL: local.baseURL,
      modelURL,
      rerankingURL: modelURL,
      [Symbol.asyncDispose]: local.close,
    };
  }

  for (const deployment of deployments) {
    const name = variableName(deployment);
    if (!process.env[name]) {
      console.log(
        `This example needs a dedicated ${deployment} deployment: set ${name} to its URL, such as https://model-XXXXXXXX.api.baseten.co/environments/production/sync/v1`,
      );
      process.exit(1);
    }
  }

  console.log('Talking to Baseten.\n');
  return {
    apiKey,
    baseURL: undefined,
    modelURL: process.env[variableName('embedding')] || undefined,
    rerankingURL: process.env[variableName('reranking')] || undefined,
    [Symbol.asyncDispose]: async () => {},
  };
}

function variableName(deployment: 'chat' | 'embedding' | 'reranking'): string {
  return deployment === 'reranking'
    ? 'BASETEN_RERANKING_URL'
    : 'BASETEN_MODEL_URL';
}
