/** @throws Error with the route's own words, or TypeError without a server. */
export async function fetchTranscript(sound: Blob): Promise<string> {
  const response = await fetch('/api/transcribe', {
    method: 'POST',
    body: sound,
  });
  const body: { text: string } | { error: string } = await response.json();

  if ('error' in body) throw new Error(body.error);
  return body.text;
}
