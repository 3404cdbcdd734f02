import { onAbort } from './on-abort';

/**
 * The runtime's clock and timers, as they were when this module was loaded, so
 * that tests that fake them later cannot stall a call. If they are faked already,
 * the current ones are used, since fakes end with their test. They are bound:
 * runtimes refuse them on other objects.
 */
const areFaked = isFaked(globalThis.setTimeout);

const atLoad = {
  setTimeout: globalThis.setTimeout.bind(globalThis),
  clearTimeout: globalThis.clearTimeout.bind(globalThis),
};

const startImmediate: (callback: () => void) => unknown = areFaked
  ? callback => globalThis.setImmediate(callback)
  : bindImmediate();

/** Milliseconds of a clock that neither tests nor users set. */
export const now: () => number = areFaked
  ? () => globalThis.performance.now()
  : globalThis.performance.now.bind(globalThis.performance);

/** @returns a function that cancels the callback. */
export function after(milliseconds: number, callback: () => void): () => void {
  const { setTimeout, clearTimeout } = areFaked ? globalThis : atLoad;
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}

/** @returns a function that stops the callbacks. */
export function every(milliseconds: number, callback: () => void): () => void {
  let cancel = () => {};
  const repeat = () => {
    cancel = after(milliseconds, () => {
      callback();
      repeat();
    });
  };
  repeat();
  return () => cancel();
}

/** @throws the signal's reason as soon as it is aborted. */
export function sleep(
  milliseconds: number,
  abortSignal?: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (abortSignal?.aborted) {
      reject(abortSignal.reason);
      return;
    }
    const cancel = after(milliseconds, () => {
      stopListening();
      resolve();
    });
    const stopListening = onAbort(abortSignal, () => {
      cancel();
      reject(abortSignal?.reason);
    });
  });
}

/** Lets the event loop turn once. */
export function nextTurn(): Promise<void> {
  return new Promise(resolve => {
    try {
      startImmediate(resolve);
    } catch {
      after(0, resolve);
    }
  });
}

/** Next.js has one at the edge that throws on access. */
function bindImmediate(): (callback: () => void) => unknown {
  try {
    return globalThis.setImmediate.bind(globalThis);
  } catch {
    return callback => after(0, callback);
  }
}

/** Recognized by the marks of Sinon, Vitest and Jest. */
function isFaked(timer: typeof setTimeout): boolean {
  return 'clock' in timer || timer.name !== 'setTimeout';
}
