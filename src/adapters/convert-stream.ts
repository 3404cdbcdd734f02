/** Converts each part of a stream; those that become `undefined` are left out. */
export function convertStream<PART, CONVERTED>(
  stream: ReadableStream<PART>,
  convert: (part: PART) => CONVERTED | undefined,
): ReadableStream<CONVERTED> {
  return stream.pipeThrough(
    new TransformStream<PART, CONVERTED>({
      transform: (part, controller) => {
        const converted = convert(part);
        if (converted !== undefined) {
          controller.enqueue(converted);
        }
      },
    }),
  );
}
