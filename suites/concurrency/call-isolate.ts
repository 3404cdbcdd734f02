import { embedText } from '../../local-baseten';
import { DIMENSIONS } from './server-settings';

/** One request to the handler of an isolate. */
export interface Call {
  path: '/embed' | '/rerank' | '/chat';
  /** Makes the texts of the call different from those of all others. */
  name: string;
  texts?: number;
  /** Whether the handler passes the request's signal on. */
  passesSignal?: boolean;
  /** When the handler replies. Default: after the call. */
  reply?: 'before' | 'abandoned';
}

/** Sends a request and checks the reply. Throws if it is not right. */
export async function callIsolate(
  origin: string,
  call: Call,
  signal: AbortSignal = AbortSignal.timeout(60_000),
): Promise<void> {
  const { path, name, texts = 1, passesSignal, reply } = call;
  const query = new URLSearchParams({
    name,
    texts: String(texts),
    ...(passesSignal && { signal: '1' }),
    ...(reply != null && { reply }),
  });
  const response = await fetch(`${origin}/api${path}?${query}`, { signal });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${response.status}: ${text.slice(0, 200)}`);
  }
  const expected =
    reply == null ? expectedReply(path, name, texts) : 'accepted';
  if (text !== expected) {
    throw new Error(
      `Expected ${expected.slice(0, 80)}, got ${text.slice(0, 80)}`,
    );
  }
}

function expectedReply(
  path: Call['path'],
  name: string,
  texts: number,
): string {
  const vector = (index: number) => [
    ...embedText(`${name} ${index}`, DIMENSIONS),
  ];
  switch (path) {
    case '/chat':
      return name;
    case '/rerank':
      return JSON.stringify({ count: texts, best: texts - 1 });
    case '/embed':
      return JSON.stringify({
        count: texts,
        first: vector(0),
        last: vector(texts - 1),
      });
  }
}
