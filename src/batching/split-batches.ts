import { MAX_BODY_BYTES } from '../settings/defaults';

/** A JSON string needs at most six bytes for a UTF-16 unit, and two quotes. */
const MAX_BYTES_PER_UNIT = 6;

const encoder = new TextEncoder();

/**
 * Splits texts into consecutive batches of at most `batchSize` whose JSON
 * stays below the limit of a request body. A longer text is sent alone.
 */
export function splitBatches(
  texts: readonly string[],
  batchSize: number,
  maxBytes: number = MAX_BODY_BYTES,
): string[][] {
  const batches: string[][] = [];
  let batch: string[] = [];
  let bytes = 0;

  for (const text of texts) {
    const size = measure(text, maxBytes / batchSize);
    if (
      batch.length === batchSize ||
      (batch.length > 0 && bytes + size > maxBytes)
    ) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(text);
    bytes += size;
  }
  if (batch.length > 0) {
    batches.push(batch);
  }

  return batches;
}

/** Bytes of a text in JSON, or an upper bound if that is small enough. */
function measure(text: string, smallEnough: number): number {
  const bound = text.length * MAX_BYTES_PER_UNIT + 3;
  return bound <= smallEnough
    ? bound
    : encoder.encode(JSON.stringify(text)).length + 1;
}
