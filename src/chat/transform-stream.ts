/** What {@link transformStream} does with a stream's values and its end. */
export interface StreamTransformer<INPUT, OUTPUT> {
  transform(value: INPUT, emit: (value: OUTPUT) => void): void;

  /** Called after the last value. */
  end?(emit: (value: OUTPUT) => void): void;

  /**
   * Called with the error that breaks the stream, which then counts as its
   * end. Without this function, or if it throws, the error is passed on.
   */
  recover?(error: unknown): void;

  /**
   * Values that may be read before they are asked for. With some of them a
   * long stream of small values costs hardly more than without this step.
   */
  readAhead: number;
}

/** Like `pipeThrough(new TransformStream())`, at a fraction of its cost. */
export function transformStream<INPUT, OUTPUT>(
  stream: ReadableStream<INPUT>,
  { transform, end, recover, readAhead }: StreamTransformer<INPUT, OUTPUT>,
): ReadableStream<OUTPUT> {
  const reader = stream.getReader();
  let failure: { error: unknown } | undefined;

  const read =
    recover === undefined
      ? () => reader.read()
      : () =>
          reader.read().catch(error => {
            recover(error);
            return { done: true, value: undefined } as const;
          });

  const fill = async (
    controller: ReadableStreamDefaultController<OUTPUT>,
  ): Promise<void> => {
    let hasEmitted = false;
    const emit = (value: OUTPUT) => {
      hasEmitted = true;
      controller.enqueue(value);
    };

    // Without a value the stream would not ask again.
    while (!hasEmitted || Number(controller.desiredSize) > -readAhead) {
      const { done, value } = await read();
      if (done) {
        end?.(emit);
        return controller.close();
      }
      transform(value, emit);
    }
  };

  return new ReadableStream<OUTPUT>(
    {
      async pull(controller) {
        if (failure === undefined) {
          await fill(controller).catch(error => {
            failure = { error };
          });
        }
        // What was read before the failure comes first.
        if (failure !== undefined && controller.desiredSize === 0) {
          throw failure.error;
        }
      },
      cancel: reason => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
