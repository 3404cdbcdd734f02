import { explainFailure } from '../errors/explain-failure';
import type { AudioModelConfig } from './audio-endpoint';
import { type PostRequest, post } from './post';

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
