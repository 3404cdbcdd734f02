import { createVectors, VECTORS } from '../test-data.mjs';

/** Floats whose bytes end where a base64 character ends: 12 bytes, 16 digits. */
const MARKED_FLOATS = 3;
const MARKED_DIGITS = 16;

/**
 * @typedef {object} ReplyMaker Makes replies of one format and size of vectors.
 * @property {(count: number, mark: number) => [Buffer, Buffer]} reply The two
 * parts of the reply to `count` texts. The first float of the first vector is
 * `mark`; all else is serialised once.
 */

/**
 * @param {'base64' | 'float'} format
 * @param {number} dimensions
 * @returns {ReplyMaker}
 */
export function createReplyMaker(format, dimensions) {
  const vectors = createVectors(dimensions);
  const [first = new Float32Array()] = vectors;
  const serialise = format === 'base64' ? toBase64 : toFloats;
  const serialised = vectors.map(serialise);
  const afterMark =
    format === 'base64'
      ? String(serialised[0]).slice(1 + MARKED_DIGITS)
      : String(serialised[0]).slice(`[${first[0]}`.length);
  /** @type {Map<number, Buffer>} */
  const rests = new Map();

  const createRest = (/** @type {number} */ count) => {
    const items = [afterMark];
    for (let index = 1; index < count; index++) {
      items.push(
        `},{"object":"embedding","index":${index},"embedding":${serialised[index % VECTORS]}`,
      );
    }
    const tokens = count * 24;
    items.push(
      `}],"model":"bench-model","usage":{"prompt_tokens":${tokens},"total_tokens":${tokens}}}`,
    );
    return Buffer.from(items.join(''));
  };

  return {
    reply: (count, mark) => {
      const rest = rests.get(count) ?? createRest(count);
      rests.set(count, rest);
      const marked =
        format === 'base64'
          ? toBase64(Float32Array.of(mark, ...first.subarray(1, MARKED_FLOATS)))
          : `[${mark}`;
      const head = `{"object":"list","data":[{"object":"embedding","index":0,"embedding":${
        format === 'base64' ? marked.slice(0, -1) : marked
      }`;
      return [Buffer.from(head), rest];
    },
  };
}

/** @param {Float32Array} vector */
function toBase64({ buffer, byteOffset, byteLength }) {
  return `"${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}"`;
}

/** @param {Float32Array} vector */
function toFloats(vector) {
  return JSON.stringify([...vector]);
}
