import { setTimeout } from 'node:timers/promises';

/**
 * Resolves after `milliseconds`, or as soon as `signal` is aborted. It never
 * rejects: look at `signal.aborted` afterwards.
 */
export async function wait(
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}

/** Resolves when `signal` is aborted. */
export async function waitForAbort(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>(resolve => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
