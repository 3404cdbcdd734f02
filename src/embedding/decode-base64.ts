import { once } from '../utils/once';

const BYTES_PER_FLOAT = 4;

/**
 * Decodes base64 of little-endian float32 values, the form of OpenAI's
 * embeddings, into an array of numbers.
 *
 * @returns `undefined` if the text is not base64 of one or more whole floats,
 * or one of them is NaN or infinite.
 */
export function decodeBase64(text: string): number[] | undefined {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = (text.length / 4) * 3 - padding;
  const length = bytes / BYTES_PER_FLOAT;

  if (!Number.isInteger(length) || length < 1) {
    return undefined;
  }
  const { write, floats } = getScratch(bytes);
  // Characters that are not base64 shorten the result.
  if (write(text) !== bytes) {
    return undefined;
  }

  // Several times as fast as `Array.from`; four at a time is a fifth faster yet.
  const numbers = new Array<number>(length);
  // A double holds any sum of float32 values: it is finite only if all are.
  let sum = 0;
  let index = 0;
  for (; index + 3 < length; index += 4) {
    const one = floats[index] ?? Number.NaN;
    const two = floats[index + 1] ?? Number.NaN;
    const three = floats[index + 2] ?? Number.NaN;
    const four = floats[index + 3] ?? Number.NaN;
    numbers[index] = one;
    numbers[index + 1] = two;
    numbers[index + 2] = three;
    numbers[index + 3] = four;
    sum += one + two + three + four;
  }
  for (; index < length; index++) {
    const number = floats[index] ?? Number.NaN;
    numbers[index] = number;
    sum += number;
  }
  return Number.isFinite(sum) ? numbers : undefined;
}

/** Memory that every text is decoded into, as bytes and as floats. */
interface Scratch {
  floats: Float32Array;
  /** Decodes base64 into the memory and gives the number of bytes written. */
  write: (text: string) => number;
}

let scratch: Scratch | undefined;

function getScratch(bytes: number): Scratch {
  if (scratch == null || scratch.floats.byteLength < bytes) {
    const memory = new ArrayBuffer(Math.max(bytes, 4096 * BYTES_PER_FLOAT));
    scratch = {
      floats: new Float32Array(memory),
      write: chooseDecoder()(memory),
    };
  }
  return scratch;
}

/** Characters of which Node would read the low byte. The check is cheap. */
const WIDE = /[\u0100-\uffff]/;

type Decoder = (memory: ArrayBuffer) => Scratch['write'];

/** The fastest way that this runtime has. */
const chooseDecoder = once((): Decoder => {
  const { Buffer } = globalThis;
  if (Buffer != null) {
    return memory => {
      const buffer = Buffer.from(memory);
      return text => (WIDE.test(text) ? 0 : buffer.write(text, 'base64'));
    };
  }
  return 'setFromBase64' in Uint8Array.prototype
    ? decodeByTypedArray
    : decodeByAtob;
});

const decodeByTypedArray: Decoder = memory => {
  const bytes: Uint8Array & {
    setFromBase64?(text: string): { written: number };
  } = new Uint8Array(memory);

  return text => {
    try {
      return bytes.setFromBase64?.(text).written ?? 0;
    } catch {
      return 0;
    }
  };
};

const decodeByAtob: Decoder = memory => {
  const bytes = new Uint8Array(memory);

  return text => {
    try {
      const binary = atob(text);
      for (let index = 0; index < binary.length; index++) {
        bytes[index] = binary.charCodeAt(index);
      }
      return binary.length;
    } catch {
      return 0;
    }
  };
};
