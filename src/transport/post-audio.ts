import {
  extractResponseHeaders,
  type ResponseHandler,
} from '@ai-sdk/provider-utils';
import { explainFailure } from '../errors/explain-failure';
import { assertNoReportedError } from '../errors/reported-error';
import type { AudioModelConfig } from './audio-endpoint';
import { type PostRequest, post } from './post';
import { type Reply, readJson } from './read-reply';

/** A request of an audio model. */
interface AudioRequest<REPLY, RESULT>
  extends Omit<PostRequest<REPLY>, 'url' | 'fetch' | 'headers'> {
  /** Those of the call. */
  headers: Record<string, string | undefined> | undefined;
  /** @param explain what an error passes through that is thrown later. */
  decode: (reply: REPLY, explain: (error: unknown) => unknown) => RESULT;
}

/**
 * Sends one request of an audio model.
 *
 * @throws what `post` and `decode` throw; a refused key with where it came from.
 */
export async function postAudio<REPLY, RESULT>(
  { url, credentials, fetch }: AudioModelConfig,
  { headers: callHeaders, decode, ...request }: AudioRequest<REPLY, RESULT>,
): Promise<RESULT> {
  const { headers, keySource } = await credentials.createHeaders(callHeaders);
  const explain = (error: unknown) =>
    explainFailure(error, { headers, keySource });
  try {
    return decode(await post({ ...request, url, fetch, headers }), explain);
  } catch (error) {
    throw explain(error);
  }
}

/** Reads a reply as JSON. One that reports an error is that error. */
export const readJsonOrError: ResponseHandler<
  Reply<unknown>
> = async received => {
  const reply = await readJson(received);
  const { url, requestBodyValues, response } = received;
  assertNoReportedError(reply.value.body, {
    url,
    requestBodyValues,
    responseHeaders: extractResponseHeaders(response),
  });
  return reply;
};
