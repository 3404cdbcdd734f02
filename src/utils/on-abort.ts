/** The callbacks of a signal, and how to stop listening to it. */
const waiting = new WeakMap<
  AbortSignal,
  { callbacks: Set<() => void>; stopListening: () => void }
>();

/**
 * Calls back once when a signal is aborted. Calls that share a signal share
 * one listener, since Node warns of a leak at the eleventh.
 *
 * @returns a function that removes the callback.
 */
export function onAbort(
  signal: AbortSignal | undefined,
  callback: () => void,
): () => void {
  if (signal == null) {
    return () => {};
  }
  const entry = waiting.get(signal) ?? listenTo(signal);
  entry.callbacks.add(callback);

  return () => {
    entry.callbacks.delete(callback);
    if (entry.callbacks.size === 0) {
      entry.stopListening();
    }
  };
}

function listenTo(signal: AbortSignal) {
  const callbacks = new Set<() => void>();
  const notify = () => {
    for (const callback of [...callbacks]) {
      callback();
    }
  };
  signal.addEventListener('abort', notify, { once: true });

  const entry = {
    callbacks,
    stopListening: () => {
      signal.removeEventListener('abort', notify);
      waiting.delete(signal);
    },
  };
  waiting.set(signal, entry);
  return entry;
}

/**
 * Settles as the promise does, or rejects with the signal's reason as soon as it
 * is aborted. Nothing stays on the signal: `fetch` keeps the signals of its
 * requests, and with a listener all that the listener can reach.
 */
export async function untilAborted<RESULT>(
  signal: AbortSignal,
  promise: Promise<RESULT>,
): Promise<RESULT> {
  let stopListening = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stopListening = onAbort(signal, () => reject(signal.reason));
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    stopListening();
  }
}
