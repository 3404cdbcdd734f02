import { type LocalBaseten, startLocalBaseten } from '../../local-baseten';

export const DIMENSIONS = 16;

/** A local Baseten that does what a word in the texts says. */
export async function startFaultyBaseten(): Promise<LocalBaseten> {
  const server = await startLocalBaseten({
    dimensions: DIMENSIONS,
    recordBodies: false,
  });
  server.behave(({ body }, count) => {
    const word = /hang|slow|paced|fail|cut|wrong/.exec(
      JSON.stringify(body ?? ''),
    )?.[0];
    switch (word) {
      case 'hang':
        return { hang: true };
      case 'slow':
        return { delayMilliseconds: 1000 };
      case 'paced':
        return { delayMilliseconds: 150 };
      case 'fail':
        return count % 2 === 0 ? { status: 503 } : { delayMilliseconds: 200 };
      case 'cut':
        return { delayMilliseconds: 100, cut: 'in-body' };
      case 'wrong':
        return { delayMilliseconds: 150, status: 400 };
      default:
        return { delayMilliseconds: 20 };
    }
  });
  return server;
}
