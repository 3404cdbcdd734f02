import { transformStream } from '../utils/transform-stream';

/** Converts each part of a stream and drops those that become `undefined`. */
export function convertStream<PART, CONVERTED>(
  stream: ReadableStream<PART>,
  convert: (part: PART) => CONVERTED | undefined,
): ReadableStream<CONVERTED> {
  return transformStream<PART, CONVERTED>(stream, {
    readAhead: 1,
    transform: (part, emit) => {
      const converted = convert(part);
      if (converted !== undefined) {
        emit(converted);
      }
    },
  });
}
