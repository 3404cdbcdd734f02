import { onAbort } from './on-abort';

/**
 * The runtime's clock and timers as they are when this module is loaded. Tests
 * that fake them later do not stop a call, and a call does not meet a clock
 * that jumps. What is faked already ends with its test: there it is whatever
 * the runtime has at the time. They are bound: runtimes refuse them elsewhere.
 */
const areFaked = isFaked(globalThis.setTimeout);

const atLoad = {
  setTimeout: globalThis.setTimeout.bind(globalThis),
  clearTimeout: globalThis.clearTimeout.bind(globalThis),
};

const startImmediate: (callback: () => void) => unknown = areFaked
  ? callback => globalThis.setImmediate(callback)
  : bindImmediate();

/** Milliseconds on a clock that tests and the user do not set. */
export const now: () => number = areFaked
  ? () => globalThis.performance.now()
  : globalThis.performance.now.bind(globalThis.performance);

/** @returns the function that takes the callback back. */
export function after(milliseconds: number, callback: () => void): () => void {
  const { setTimeout, clearTimeout } = areFaked ? globalThis : atLoad;
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}

/** @returns the function that ends the calling back. */
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

/** Next.js has one at the edge that throws when it is touched. */
function bindImmediate(): (callback: () => void) => unknown {
  try {
    return globalThis.setImmediate.bind(globalThis);
  } catch {
    return callback => after(0, callback);
  }
}

/** By the mark of Sinon, Vitest and Jest; those of Node have another name. */
function isFaked(timer: typeof setTimeout): boolean {
  return 'clock' in timer || timer.name !== 'setTimeout';
}
