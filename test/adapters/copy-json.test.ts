import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  copyJson,
  copyMetadata,
  copyObject,
} from '../../src/adapters/copy-json';

describe('a copy of JSON', () => {
  it('equals what was copied and shares nothing with it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string(),
          fc.jsonValue().map(value => [value]),
        ),
        value => {
          const before = JSON.stringify(value);
          const copy = copyObject(value);

          expect(copy).toEqual(value);
          for (const entry of Object.values(copy)) {
            expect(Array.isArray(entry)).toBe(true);
            Object(entry).push('changed');
          }
          expect(JSON.stringify(value)).toBe(before);
        },
      ),
    );
  });

  it('leaves out keys without a value, at every depth', () => {
    expect(
      copyObject({ a: undefined, b: { c: undefined, d: [{ e: undefined }] } }),
    ).toStrictEqual({ b: { d: [{}] } });
  });

  it.each(['text', 0, false, [null, []], {}])('can be made of %o', value => {
    expect(copyJson(value)).toStrictEqual(value);
  });
});

describe('a copy of metadata', () => {
  it('is made of each provider', () => {
    expect(
      copyMetadata({ baseten: { a: null, b: undefined }, other: { c: [1] } }),
    ).toStrictEqual({ baseten: { a: null }, other: { c: [1] } });
  });

  it('is not made of none', () => {
    expect(copyMetadata(undefined)).toBeUndefined();
  });
});
