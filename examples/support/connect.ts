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
  /** The same for decisions. */
  readonly decisionURL: string | undefined;
  /** The same for transcription: a Whisper's `/predict`, or `/sync/v1`. */
  readonly transcriptionURL: string | undefined;
  /** The same for speech: `/sync/v1`, or `/predict`. */
  readonly speechURL: string | undefined;
}

/** The kinds of dedicated deployments, and where their URLs are looked for. */
const URL_VARIABLES = {
  chat: 'BASETEN_MODEL_URL',
  embedding: 'BASETEN_MODEL_URL',
  reranking: 'BASETEN_RERANKING_URL',
  decision: 'BASETEN_DECISION_URL',
  transcription: 'BASETEN_TRANSCRIPTION_URL',
  speech: 'BASETEN_SPEECH_URL',
};

/**
 * Connects to Baseten if `BASETEN_API_KEY` is set, and otherwise starts a local
 * Baseten, which ends with the connection. Says which one it is.
 *
 * @param deployments The kinds of dedicated deployments that the example cannot
 * do without.
 */
export async function connect(
  ...deployments: Array<keyof typeof URL_VARIABLES>
): Promise<Connection> {
  const { BASETEN_API_KEY: apiKey } = process.env;

  if (!apiKey) {
    // The delay makes streaming visible.
    const local = await startLocalBaseten({
      tokenDelayMilliseconds: 15,
      replicas: 4,
    });
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
      decisionURL: modelURL,
      transcriptionURL: local.modelURL.replace(/sync$/, 'predict'),
      speechURL: modelURL,
      [Symbol.asyncDispose]: local.close,
    };
  }

  for (const deployment of deployments) {
    const name = URL_VARIABLES[deployment];
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
    modelURL: readURL('embedding'),
    rerankingURL: readURL('reranking'),
    decisionURL: readURL('decision'),
    transcriptionURL: readURL('transcription'),
    speechURL: readURL('speech'),
    [Symbol.asyncDispose]: async () => {},
  };
}

function readURL(deployment: keyof typeof URL_VARIABLES): string | undefined {
  return process.env[URL_VARIABLES[deployment]] || undefined;
}
