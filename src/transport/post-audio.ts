import {
  extractResponseHeaders,
  type ResponseHandler,
} from '@ai-sdk/provider-utils';
import { explainRefusal } from '../errors/explain-refusal';
import { assertNoReportedError } from '../errors/reported-error';
import type { AudioModelConfig } from './audio-endpoint';
import { type PostRequest, post } from './post';
import { type Reply, readJson } from './read-reply';

/**
 * Sends one request of an audio model.
 *
 * @param request its headers are those of the call.
 * @throws what `post` throws; a refused key with where it came from.
 */
export async function postAudio<REPLY>(
  { url, credentials, fetch }: AudioModelConfig,
  request: Omit<PostRequest<REPLY>, 'url' | 'fetch' | 'headers'> & {
    headers: Record<string, string | undefined> | undefined;
  },
): Promise<REPLY> {
  const { headers, keySource } = await credentials.createHeaders(
    request.headers,
  );
  try {
    return await post({ ...request, url, fetch, headers });
  } catch (error) {
    throw explainRefusal(error, { keySource });
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
