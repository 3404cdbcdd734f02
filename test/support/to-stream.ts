/** A stream of these values. Node's `ReadableStream.from` is not everywhere. */
export function toStream<VALUE>(
  values: readonly VALUE[],
): ReadableStream<VALUE> {
  return new ReadableStream<VALUE>({
    start: controller => {
      for (const value of values) controller.enqueue(value);
      controller.close();
    },
  });
}
