import { type LocalBaseten, startLocalBaseten } from '../../local-baseten';

/** Short vectors: the suite is about calls, not about bytes. */
export const DIMENSIONS = 8;

/** How long a request with this word in its texts takes. */
const SLOW = { word: 'slow', milliseconds: 600 };

/** The usual time of an answer, so that calls overlap. */
const USUAL_MILLISECONDS = 30;

/** A local Baseten that takes its time, and more for what is called slow. */
export async function startSlowBaseten(): Promise<LocalBaseten> {
  const server = await startLocalBaseten({
    dimensions: DIMENSIONS,
    recordBodies: false,
    tokenDelayMilliseconds: 15,
  });
  server.behave(({ path, body }) => {
    const isSlow = JSON.stringify(body ?? '').includes(SLOW.word);
    if (path.endsWith('/chat/completions') && isSlow) {
      return { hang: 'in-body' };
    }
    return {
      delayMilliseconds: isSlow ? SLOW.milliseconds : USUAL_MILLISECONDS,
    };
  });
  return server;
}
