import type { SearchAnswer } from '@/lib/search-corpus';

/** @throws Error with the route's own words, or TypeError without a server. */
export async function fetchAnswer(
  query: string,
  signal: AbortSignal,
): Promise<SearchAnswer> {
  const parameters = new URLSearchParams({ query });
  const response = await fetch(`/api/search?${parameters}`, { signal });
  const body: SearchAnswer | { error: string } = await response.json();

  if ('error' in body) throw new Error(body.error);
  return body;
}
