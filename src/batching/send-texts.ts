import type {
  SharedV4ProviderMetadata,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { explainRefusal } from '../errors/explain-refusal';
import {
  BATCH_SIZE,
  CONCURRENT_REQUESTS,
  TIMEOUT_SECONDS,
} from '../settings/defaults';
import type { Deployment, TransportName } from '../transport/deployment';
import type { DeploymentOptions } from './deployment-options';
import type { KeptResults } from './kept-results';
import { runBatches } from './run-batches';
import { splitBatches } from './split-batches';

/** The result of one batch, and how it was sent. */
export interface BatchResult<RESULT> {
  value: RESULT;
  headers: Record<string, string>;
  transport: TransportName;
}

/**
 * Sends any number of texts to a deployment in batches and reads the replies. If
 * it fails, finished batches are kept for a retry with the same texts.
 */
export async function sendTexts<RESULT>({
  deployment,
  keptResults,
  path,
  texts,
  owner,
  options,
  createBody,
  readReply,
  numbers,
  headers,
  keySource,
  abortSignal,
}: {
  deployment: Deployment;
  keptResults: KeptResults<BatchResult<RESULT>>;
  path: string;
  texts: readonly string[];
  /** The caller's own array or object that holds the texts. */
  owner: object;
  options: DeploymentOptions;
  createBody: (texts: readonly string[]) => Record<string, unknown>;
  /** @throws if the reply is not what was asked for. */
  readReply: (body: unknown, texts: readonly string[]) => RESULT;
  /** Whether replies may have vectors of numbers, which are faster over HTTP. */
  numbers?: { areAskedFor: boolean; areIn(body: unknown): boolean };
  headers: Record<string, string>;
  /** Where the key came from, for errors. */
  keySource: string;
  abortSignal: AbortSignal | undefined;
}): Promise<{
  /** One per batch, in the order of the texts. */
  results: RESULT[];
  warnings: SharedV4Warning[];
  /** Headers of the first batch's reply. */
  headers: Record<string, string>;
  providerMetadata: SharedV4ProviderMetadata;
}> {
  abortSignal?.throwIfAborted();

  const batches = splitBatches(
    texts.map(replaceLoneSurrogates),
    options.batchSize ?? BATCH_SIZE.default,
  );
  const work = {
    owner,
    fingerprint: JSON.stringify([
      path,
      createBody([]),
      // A new key or user agent does not change what a model answers.
      { ...headers, authorization: null, 'user-agent': null },
    ]),
    batches,
  };
  const results = keptResults.take(work);
  let requests = 0;

  try {
    const connection = await deployment.connect({
      headers,
      isBulk: batches.length > 1,
      abortSignal,
      batchRetries: options.batchRetries,
      asksForNumbers: numbers?.areAskedFor ?? false,
    });

    await runBatches({
      batches,
      results,
      maxConcurrentRequests:
        options.maxConcurrentRequests ?? CONCURRENT_REQUESTS.default,
      limiter: connection.limiter,
      abortSignal,
      send: async (batch, signal) => {
        requests += 1;
        return await connection.send({
          path,
          body: createBody(batch),
          timeoutSeconds: options.timeoutSeconds ?? TIMEOUT_SECONDS.default,
          abortSignal: signal,
        });
      },
      read: ({ body, ...reply }, batch) => {
        if (numbers?.areAskedFor === false && numbers.areIn(body)) {
          connection.reportNumbers();
        }
        return { ...reply, value: readReply(body, batch) };
      },
    });

    const finished = results.filter(result => result !== undefined);

    return {
      results: finished.map(({ value }) => value),
      warnings: connection.warnings,
      headers: finished[0]?.headers ?? {},
      providerMetadata: {
        baseten: {
          transport: finished.some(({ transport }) => transport === 'http')
            ? 'http'
            : 'native',
          requests,
        },
      },
    };
  } catch (error) {
    keptResults.keep(work, results);
    throw explainRefusal(error, { keySource });
  }
}

/** JSON cannot hold half a character; the native client replaces it, too. */
export function replaceLoneSurrogates(text: string): string {
  return text.toWellFormed();
}
