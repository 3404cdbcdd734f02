/**
 * Runs random cases through the package and through what they are compared
 * with. Ends with 1 if one differs in a way that the documentation does not
 * name. `--seed N` repeats the cases of an earlier run, `--cases N` sets how
 * many each fuzzer runs.
 */
import { parseArgs } from 'node:util';
import { startLocalBaseten } from '../../local-baseten';
import { formatRecords } from '../lib/format-table.mjs';
import { cutEverywhere } from './fuzz-embeddings';
import { FUZZERS, type FuzzerName, runFuzzer } from './fuzzer';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    cases: { type: 'string', default: '2000' },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const cases = Number(values.cases);
console.log(`Seed ${seed}`);

await using local = await startLocalBaseten();
const rows: Array<Record<string, string | number>> = [];
const wrong: object[] = [];
for (const name of Object.keys(FUZZERS) as FuzzerName[]) {
  const report = await runFuzzer(name, { seed, cases, local });
  const documented = Object.values(report.documented);
  rows.push({
    fuzzer: name,
    cases,
    same: report.same,
    'as documented': documented.reduce((sum, count) => sum + count, 0),
    wrong: report.wrong.length,
  });
  wrong.push(...report.wrong.map(each => ({ fuzzer: name, ...each })));
}
const cuts = await cutEverywhere(local);
rows.push({
  fuzzer: 'embeddings cut at every byte',
  cases: cuts.same + cuts.wrong.length,
  same: cuts.same,
  'as documented': 0,
  wrong: cuts.wrong.length,
});
wrong.push(...cuts.wrong);

console.log(formatRecords(rows));
for (const each of wrong.slice(0, 10)) console.log(JSON.stringify(each));
if (wrong.length > 0) process.exitCode = 1;
