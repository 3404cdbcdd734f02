import { errorReply, proxyError } from '../replies/error-envelopes';
import type { Reply } from '../replies/reply';

/**
 * Checks the key, which Baseten does before it looks at anything else.
 *
 * @returns the refusal, or `undefined` if the key is right.
 */
export function authorize(
  headers: Readonly<Record<string, string>>,
  apiKey: string,
): Reply | undefined {
  const { authorization } = headers;
  if (authorization === undefined) return errorReply(401);
  const [, key] = /^(?:Bearer|Api-Key)(?: +(.*))?$/i.exec(authorization) ?? [];
  // Without a key the proxy in front already fails.
  if (/^Bearer *$/i.test(authorization)) return proxyError(502);
  return key === apiKey ? undefined : errorReply(403);
}
