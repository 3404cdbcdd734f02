import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitBatches } from '../../src/batching/split-batches';
import { MAX_BODY_BYTES } from '../../src/settings/defaults';

const jsonBytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const count = (length: number) => Array.from({ length }, (_, n) => `text ${n}`);

describe('splitBatches', () => {
  it.each([
    [0, []],
    [1, [1]],
    [127, [127]],
    [128, [128]],
    [129, [128, 1]],
    [300, [128, 128, 44]],
  ])('splits %i texts by the batch size', (length, sizes) => {
    const batches = splitBatches(count(length), 128);
    expect(batches.map(batch => batch.length)).toEqual(sizes);
  });

  it('ends a batch before its JSON passes the limit', () => {
    const texts = ['aaaa', 'bbbb', 'cccc'];

    expect(splitBatches(texts, 128, 14)).toEqual([['aaaa', 'bbbb'], ['cccc']]);
    expect(splitBatches(texts, 128, 13)).toEqual([
      ['aaaa'],
      ['bbbb'],
      ['cccc'],
    ]);
  });

  it('counts bytes, not characters, and what JSON escapes', () => {
    const escaped = ['\u0000\u0000', '\u0000\u0000'];

    expect(jsonBytes(escaped)).toBe(31);
    expect(splitBatches(escaped, 9, 31)).toHaveLength(1);
    expect(splitBatches(escaped, 9, 29)).toHaveLength(2);
    expect(splitBatches(['€€€€', '€€€€'], 9, 29)).toHaveLength(2);
    expect(splitBatches(['eeee', 'eeee'], 9, 29)).toHaveLength(1);
  });

  it('sends a text alone that is beyond the limit by itself', () => {
    const long = 'x'.repeat(100);

    expect(splitBatches(['a', long, 'b'], 128, 20)).toEqual([
      ['a'],
      [long],
      ['b'],
    ]);
  });

  it('keeps bodies of long texts below 50 MB', () => {
    const texts = Array.from({ length: 128 }, () => 'x'.repeat(1_000_000));
    const batches = splitBatches(texts, 128);

    expect(batches.length).toBeGreaterThanOrEqual(3);
    expect(batches.length).toBeLessThanOrEqual(4);
    expect(batches.flat()).toHaveLength(128);
    for (const batch of batches) {
      expect(jsonBytes(batch)).toBeLessThanOrEqual(MAX_BODY_BYTES);
    }
  });

  it('keeps every text in order, within both limits, in no batch too many', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('\u0000', '"', '\ud800', '€', '🦊') }),
    );
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 3, max: 200 }),
        (texts, batchSize, maxBytes) => {
          const batches = splitBatches(texts, batchSize, maxBytes);

          expect(batches.flat()).toEqual(texts);
          for (const [index, batch] of batches.entries()) {
            expect(batch.length).toBeGreaterThan(0);
            expect(batch.length).toBeLessThanOrEqual(batchSize);
            if (batch.length > 1) {
              expect(jsonBytes(batch)).toBeLessThanOrEqual(maxBytes + 1);
            }
            const next = batches[index + 1]?.[0];
            if (next !== undefined && batch.length < batchSize) {
              // It ended early, so one more text did not fit.
              const upperBound = [...batch, next]
                .map(({ length }) => length * 6 + 3)
                .reduce((sum, bytes) => sum + bytes);
              expect(upperBound).toBeGreaterThan(maxBytes);
            }
          }
        },
      ),
    );
  });

  it('fills batches when sizes are measured exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 20 }), { maxLength: 40 }),
        fc.integer({ min: 30, max: 400 }),
        (texts, maxBytes) => {
          // With the limit spread over so many texts every one is measured.
          const batches = splitBatches(texts, 1000, maxBytes);

          for (const [index, batch] of batches.entries()) {
            const next = batches[index + 1]?.[0];
            if (next !== undefined) {
              expect(jsonBytes([...batch, next])).toBeGreaterThan(maxBytes);
            }
          }
        },
      ),
    );
  });
});
