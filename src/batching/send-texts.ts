import type {
  SharedV4ProviderMetadata,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { explainFailure } from '../errors/explain-failure';
import {
  BATCH_SIZE,
  CONCURRENT_REQUESTS,
  TIMEOUT_SECONDS,
} from '../settings/defaults';
import type { NumbersInReplies } from '../transport/choose-transport';
import type { Deployment, TransportName } from '../transport/deployment';
import type { DeploymentOptions } from './deployment-options';
import type { KeptResults, Work } from './kept-results';
import {
  createProgressReport,
  type ProgressReceiver,
  type ProgressReport,
} from './progress-report';
import { runBatches } from './run-batches';
import { splitBatches } from './split-batches';

/** The result of one batch, and how it was sent. */
export interface BatchResult<RESULT> {
  value: RESULT;
  headers: Record<string, string>;
  transport: TransportName;
}

/** Texts, and what makes of them requests to a deployment and results. */
export interface TextsJob<RESULT> {
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
  numbers?: NumbersInReplies;
  /** Whom to tell how far the job is. */
  progress?: ProgressReceiver;
  headers: Record<string, string>;
  /** Where the key came from, for errors. */
  keySource: string;
  abortSignal: AbortSignal | undefined;
}

export interface SentTexts<RESULT> {
  /** One per batch, in the order of the texts. */
  results: RESULT[];
  warnings: SharedV4Warning[];
  /** Headers of the first batch's reply. */
  headers: Record<string, string>;
  providerMetadata: SharedV4ProviderMetadata;
}

/**
 * Sends any number of texts to a deployment in batches and reads the replies. If
 * it fails, finished batches are kept for a retry with the same texts.
 */
export async function sendTexts<RESULT>(
  job: TextsJob<RESULT>,
): Promise<SentTexts<RESULT>> {
  job.abortSignal?.throwIfAborted();
  const work = describeWork(job);
  const results = job.keptResults.take(work);
  const report = createProgressReport(job.progress, {
    total: job.texts.length,
    abortSignal: job.abortSignal,
  });

  try {
    report.add(work.batches.filter((_, index) => results[index]).flat().length);
    return await sendBatches(job, work.batches, results, report);
  } catch (error) {
    job.keptResults.keep(work, results);
    throw explainFailure(error, job);
  } finally {
    report.end();
  }
}

function describeWork<RESULT>({
  texts,
  owner,
  options,
  path,
  createBody,
  headers,
}: TextsJob<RESULT>): Work {
  return {
    owner,
    fingerprint: JSON.stringify([
      path,
      createBody([]),
      // A new key or user agent does not change what a model answers.
      { ...headers, authorization: null, 'user-agent': null },
    ]),
    batches: splitBatches(
      texts.map(replaceLoneSurrogates),
      options.batchSize ?? BATCH_SIZE.default,
    ),
  };
}

/** Sends the batches that have no result yet, and fills in `results`. */
async function sendBatches<RESULT>(
  job: TextsJob<RESULT>,
  batches: Work['batches'],
  results: Array<BatchResult<RESULT> | undefined>,
  report: ProgressReport,
): Promise<SentTexts<RESULT>> {
  const { options, numbers, abortSignal } = job;
  const connection = await job.deployment.connect({
    headers: job.headers,
    isBulk: batches.length > 1,
    abortSignal,
    batchRetries: options.batchRetries,
    numbers,
  });
  let requests = 0;

  await runBatches({
    batches,
    results,
    maxConcurrentRequests:
      options.maxConcurrentRequests ?? CONCURRENT_REQUESTS.default,
    limiter: connection.limiter,
    abortSignal,
    send: (batch, signal) => {
      requests += 1;
      return connection.send({
        path: job.path,
        body: job.createBody(batch),
        timeoutSeconds: options.timeoutSeconds ?? TIMEOUT_SECONDS.default,
        abortSignal: signal,
      });
    },
    read: ({ body, ...reply }, batch) => ({
      ...reply,
      value: job.readReply(body, batch),
    }),
    finish: batch => report.add(batch.length),
  });

  return summarize(results, requests, connection.warnings);
}

function summarize<RESULT>(
  results: Array<BatchResult<RESULT> | undefined>,
  requests: number,
  warnings: SharedV4Warning[],
): SentTexts<RESULT> {
  const finished = results.filter(result => result != null);
  const transport = finished.some(result => result.transport === 'http')
    ? 'http'
    : 'native';

  return {
    results: finished.map(({ value }) => value),
    warnings,
    headers: finished[0]?.headers ?? {},
    providerMetadata: { baseten: { transport, requests } },
  };
}

/** JSON cannot hold half a character; the native client replaces it, too. */
export function replaceLoneSurrogates(text: string): string {
  return text.toWellFormed();
}
