import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { startLocalBaseten } from '../../local-baseten';
import { CHAT_DIFFERENCES, EMBEDDING_DIFFERENCES } from './differences';
import { FUZZERS, type FuzzerName, runFuzzer } from './fuzzer';

/** A part of the suite, with cases that are always the same. */
const CASES = 200;
const SEED = 17;

const local = await startLocalBaseten();
afterAll(() => local.close());

describe('random cases', () => {
  it.each(Object.keys(FUZZERS) as FuzzerName[])(
    'of %s give the same as what they are compared with',
    { timeout: 60_000 },
    async name => {
      const report = await runFuzzer(name, { seed: SEED, cases: CASES, local });

      expect(report.wrong).toEqual([]);
      expect(report.same).toBeGreaterThan(CASES / 2);
    },
  );
});

it.each([...CHAT_DIFFERENCES, ...EMBEDDING_DIFFERENCES])(
  'the documentation says that there is a difference: $name',
  ({ page, words }) => {
    expect(readFileSync(page, 'utf8')).toContain(words);
  },
);
