import { describe, expect, it } from 'vitest';
import { createKeptResults } from '../../src/batching/kept-results';

const batches = [['a', 'b'], ['c', 'd'], ['e']];
const results = ['first', undefined, 'third'];

describe('createKeptResults', () => {
  it('gives one empty entry per batch when nothing is kept', () => {
    const kept = createKeptResults();
    const work = { owner: [], fingerprint: '', batches };

    expect(kept.take(work)).toEqual([undefined, undefined, undefined]);
  });

  it('gives what was kept for the same array, once', () => {
    const kept = createKeptResults<string>();
    const work = { owner: [], fingerprint: '', batches };
    kept.keep(work, results);

    expect(kept.take(work)).toEqual(results);
    expect(kept.take(work)).toEqual([undefined, undefined, undefined]);
  });

  it('gives nothing to another array with the same texts', () => {
    const kept = createKeptResults<string>();
    kept.keep({ owner: [], fingerprint: '', batches }, results);
    const other = { owner: [], fingerprint: '', batches };

    expect(kept.take(other)).toEqual([undefined, undefined, undefined]);
  });

  it('gives nothing when the options changed', () => {
    const kept = createKeptResults<string>();
    const owner: string[] = [];
    kept.keep({ owner, fingerprint: '{"dimensions":8}', batches }, results);
    const work = { owner, fingerprint: '{"dimensions":9}', batches };

    expect(kept.take(work)).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['a text changed', [['a', 'B'], ['c', 'd'], ['e']], [2]],
    [
      'a text was added',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
      [0],
    ],
    ['texts are gone', [['a', 'b']], [0]],
    ['texts moved', [['b', 'a'], ['c', 'd'], ['e']], [2]],
    ['batches are smaller', [['a'], ['b'], ['c'], ['d'], ['e']], []],
  ])('gives only batches that are the same when %s', (_name, now, same) => {
    const kept = createKeptResults<string>();
    const owner: string[] = [];
    kept.keep({ owner, fingerprint: '', batches }, results);

    expect(kept.take({ owner, fingerprint: '', batches: now })).toEqual(
      now.map((_, index) =>
        same.includes(index) ? results[index] : undefined,
      ),
    );
  });
});
