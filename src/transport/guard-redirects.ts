import { APICallError } from '@ai-sdk/provider';
import { type FetchFunction, normalizeHeaders } from '@ai-sdk/provider-utils';
import { isSecretHeader } from '../settings/secret-headers';

/** The limit of `fetch` itself. */
const MAX_REDIRECTS = 20;

/**
 * A `fetch` that keeps secrets to the origin they are meant for. On a redirect to
 * another origin `fetch` itself removes only `authorization` and cookies, but not
 * headers such as `x-api-key`. Requests without such headers are left to it.
 */
export function guardRedirects(
  fetch: FetchFunction = globalThis.fetch,
): FetchFunction {
  return async (input, init) => {
    const headers = Object.entries(normalizeHeaders(init?.headers));
    const isGuarded = headers.some(
      header => header[0] !== 'authorization' && isSecretHeader(header),
    );
    return isGuarded
      ? await follow(fetch, String(input), init)
      : await fetch(input, init);
  };
}

async function follow(
  fetch: FetchFunction,
  url: string,
  init: RequestInit | undefined,
  count = 0,
): Promise<Response> {
  const reply = await fetch(url, { ...init, redirect: 'manual' });
  const location =
    reply.status >= 301 && reply.status <= 308
      ? reply.headers.get('location')
      : null;

  if (location == null && reply.type !== 'opaqueredirect') {
    return reply;
  }
  if (location == null || count === MAX_REDIRECTS) {
    throw new APICallError({
      message: `Expected ${url} to answer, got ${location == null ? 'a redirect, which a browser does not follow without its secret headers' : `${count} redirects`}.`,
      url,
      requestBodyValues: undefined,
      isRetryable: false,
    });
  }
  await reply.body?.cancel();
  const next = new URL(location, url);
  const isElsewhere = next.origin !== new URL(url).origin;
  // As `fetch` does: only 307 and 308 repeat the request.
  const isRepeated = reply.status >= 307;
  return await follow(
    fetch,
    next.href,
    {
      ...init,
      ...(!isRepeated && { method: 'GET', body: null }),
      headers: Object.fromEntries(
        Object.entries(normalizeHeaders(init?.headers)).filter(
          header =>
            !(isElsewhere && isSecretHeader(header)) &&
            (isRepeated || header[0] !== 'content-type'),
        ),
      ),
    },
    count + 1,
  );
}
