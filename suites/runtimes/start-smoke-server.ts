import { type LocalBaseten, startLocalBaseten } from '../../local-baseten';

/**
 * A local Baseten for the smoke program: where a prompt has the word
 * "forever", chat begins to answer and does not end, and embeddings are slow.
 */
export async function startSmokeServer(): Promise<LocalBaseten> {
  const server = await startLocalBaseten();
  server.behave(({ path, body }) => {
    if (!JSON.stringify(body ?? '').includes('forever')) {
      return undefined;
    }
    // The native client cannot be aborted: it waits until there is an answer.
    return path.endsWith('/chat/completions')
      ? { hang: 'in-body' }
      : { delayMilliseconds: 2000 };
  });
  return server;
}
