import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { removeGlobal } from '../support/remove-global';
import { setFromBase64 } from '../support/set-from-base64';

type Decode = (text: string) => number[] | undefined;

/** A fresh module, since the way to decode is chosen once. */
async function importFresh(): Promise<Decode> {
  vi.resetModules();
  const { decodeBase64 } = await import('../../src/embedding/decode-base64');
  return decodeBase64;
}

/** Vitest itself needs `Buffer`, so it is only missing during each call. */
function withoutBuffer(decode: Decode): Decode {
  return text => {
    const restore = removeGlobal('Buffer');
    try {
      return decode(text);
    } finally {
      restore();
    }
  };
}

const ways: Record<string, () => Promise<Decode>> = {
  Buffer: importFresh,
  atob: async () => withoutBuffer(await importFresh()),
  setFromBase64: async () => {
    const decode = withoutBuffer(await importFresh());
    return text => {
      Object.assign(Uint8Array.prototype, { setFromBase64 });
      try {
        return decode(text);
      } finally {
        Reflect.deleteProperty(Uint8Array.prototype, 'setFromBase64');
      }
    };
  },
};

const toBytes = (floats: number[]) =>
  Buffer.from(Float32Array.from(floats).buffer);
const encode = (floats: number[]) => toBytes(floats).toString('base64');

describe.each(Object.entries(ways))('decodeBase64 by %s', (_name, way) => {
  afterEach(() => vi.resetModules());

  it('gives back every float32 value', async () => {
    const decode = await way();
    const float = fc.oneof(
      fc.float({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, -0, 1e-45, -1e-45, 2 ** 127, -(2 ** 127), 0.1),
      fc.constantFrom(3.4028234663852886e38, -3.4028234663852886e38),
    );
    fc.assert(
      fc.property(fc.array(float, { minLength: 1 }), floats => {
        const decoded = decode(encode(floats));

        expect(decoded).toHaveLength(floats.length);
        expect(
          decoded?.every((value, index) =>
            Object.is(value, Math.fround(floats[index] ?? 1)),
          ),
        ).toBe(true);
      }),
    );
  });

  it('reads any bits as IEEE 754 does, and refuses NaN and infinity wherever they are', async () => {
    const decode = await way();
    const word = fc.oneof(
      { weight: 20, arbitrary: fc.nat(0xffffffff) },
      // Infinities, and NaN with payloads.
      fc.constantFrom(0x7f800000, 0xff800000, 0x7fc00000, 0x7f800001),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), words => {
        const bytes = Buffer.alloc(words.length * 4);
        for (const [index, word] of words.entries()) {
          bytes.writeUInt32LE(word, index * 4);
        }
        const numbers = words.map((_, index) => bytes.readFloatLE(index * 4));

        expect(decode(bytes.toString('base64'))).toEqual(
          numbers.every(Number.isFinite) ? numbers : undefined,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [1, '=='],
    [2, '='],
    [3, ''],
    [4, '=='],
  ])('accepts the padding of %i floats: "%s"', async (length, padding) => {
    const decode = await way();
    const text = encode(Array.from({ length }, (_, index) => index + 0.5));

    expect(text.replace(/^[^=]*/, '')).toBe(padding);
    expect(decode(text)).toEqual([0.5, 1.5, 2.5, 3.5].slice(0, length));
  });

  it('refuses the empty text', async () => {
    const decode = await way();
    expect(decode('')).toBeUndefined();
  });

  it('refuses bytes that are no whole floats', async () => {
    const decode = await way();
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1 }).filter(({ length }) => length % 4 > 0),
        bytes => {
          const text = Buffer.from(bytes).toString('base64');
          expect(decode(text)).toBeUndefined();
        },
      ),
    );
  });

  it('refuses a text with a character that is no base64', async () => {
    const decode = await way();
    const bad = fc
      .oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        fc.constantFrom(' ', '\n', '=', '!', '\u0141', '€'),
      )
      .filter(character => !/^[\w+/-]/.test(character));
    fc.assert(
      fc.property(
        fc.array(fc.float(), { minLength: 3 }),
        fc.nat(),
        bad,
        (floats, position, character) => {
          const text = encode(floats);
          const at = position % (text.replace(/=+$/, '').length - 1);
          const spoiled = text.slice(0, at) + character + text.slice(at + 1);

          expect(decode(spoiled)).toBeUndefined();
        },
      ),
    );
  });

  it('keeps earlier results when later texts are longer', async () => {
    const decode = await way();
    const first = decode(encode([1, 2, 3]));
    const long = Array.from({ length: 10_000 }, (_, index) => index);

    expect(decode(encode(long))).toEqual(long);
    expect(decode(encode([4]))).toEqual([4]);
    expect(first).toEqual([1, 2, 3]);
  });
});
