import { RetryError } from 'ai';
import type { Mistake } from './mistakes';

/** What a mistake leads to, and how long that takes. */
export async function judgeMistake({ make, message }: Mistake): Promise<{
  isRight: boolean;
  message: string;
  milliseconds: number;
}> {
  const start = performance.now();
  let said: string | undefined;
  try {
    await make();
  } catch (error) {
    const cause = RetryError.isInstance(error) ? error.lastError : error;
    said = cause instanceof Error ? cause.message : String(cause);
  }
  return {
    isRight: said === undefined ? message === null : !!message?.test(said),
    message: said ?? 'none: it does no harm',
    milliseconds: performance.now() - start,
  };
}
