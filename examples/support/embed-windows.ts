import { Readable } from 'node:stream';
import { type EmbeddingModel, embedMany } from 'ai';

/**
 * Embeds any number of texts with flat memory.
 *
 * @param texts Skips the first `from` of them, to resume what was stopped.
 * @param options.size Texts of a window, which is one call of `embedMany`.
 * @param options.ahead Windows that are embedded at the same time.
 * @returns windows in the order of the texts, with the index of their first.
 */
export async function* embedWindows(
  model: EmbeddingModel,
  texts: Iterable<string> | AsyncIterable<string>,
  {
    from = 0,
    size = 1024,
    ahead = 4,
    abortSignal = new AbortController().signal,
  } = {},
) {
  const leaving = new AbortController();
  const signal = AbortSignal.any([leaving.signal, abortSignal]);
  try {
    yield* Readable.from(windowsOf(texts, from, size), {
      highWaterMark: 1,
    }).map(
      async ({ index, values }: { index: number; values: string[] }) => ({
        index,
        ...(await embedMany({ model, values, abortSignal: signal })),
      }),
      { concurrency: ahead, signal },
    );
  } finally {
    leaving.abort();
  }
}

async function* windowsOf(
  texts: Iterable<string> | AsyncIterable<string>,
  from: number,
  size: number,
) {
  let index = 0;
  let values: string[] = [];
  for await (const text of texts) {
    index += 1;
    if (index > from) values.push(text);
    if (values.length === size) {
      yield { index: index - size, values };
      values = [];
    }
  }
  if (values.length > 0) yield { index: index - values.length, values };
}
