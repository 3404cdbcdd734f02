/**
 * Tests the packed package with AI SDK 5, 6 and 7 as users install it: each
 * version in a folder of its own under .cache/test-sdks, where `suite` and the
 * samples of the pages for that version run in plain Node against the local
 * Baseten, and the programs of `types` compile against the published
 * declarations.
 *
 *     npm run test:sdks                the first and the newest of each
 *     npm run test:sdks -- --newest    only the newest of each
 *
 * Prints a table per entry and version, and exits with 1 if anything failed.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE } from '../lib/folders';
import { formatRecords } from '../lib/format-table.mjs';
import { packPackage } from '../lib/pack-package';
import { checkTypes } from './check-types';
import { chooseVersions } from './choose-versions';
import { ENTRIES } from './entries';
import { installSDK } from './install-sdk';
import { measureEntries } from './measure-entries';
import type { Result } from './result';
import { runSamples } from './run-samples';
import { runSuite } from './run-suite';

const folder = join(CACHE, 'test-sdks');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const versions = await chooseVersions({
  newestOnly: process.argv.includes('--newest'),
});
const tarball = await packPackage(folder);
const failures: string[] = [];
const rows: Array<Record<string, string | number>> = [];

for (const { major, version } of versions) {
  const scratch = join(folder, `ai-${version}`);
  await installSDK({ scratch, version, tarball });
  const types = await checkTypes({ scratch, major });
  const samples = await runSamples({ scratch, major });
  for (const { name, error } of samples) {
    if (error != null) failures.push(`ai ${version}, ${name}:\n${error}`);
  }

  for (const entry of ENTRIES) {
    const results = {
      behaviour: entry.runsOn.includes(major)
        ? await runSuite({ scratch, entry })
        : [],
      types: types.filter(program => program.entry === entry),
    };
    for (const { name, error } of [...results.behaviour, ...results.types]) {
      if (error != null) {
        failures.push(`${entry.name} on ai ${version}, ${name}:\n${error}`);
      }
    }
    rows.push({
      entry: entry.name,
      ai: version,
      node: process.versions.node,
      behaviour: entry.runsOn.includes(major)
        ? summarize(results.behaviour)
        : 'refused',
      types: summarize(results.types),
      samples: entry.compilesOn[0] === major ? summarize(samples) : '',
    });
  }
}

const sizes = await measureEntries(folder);
failures.push(...sizes.failures);
console.log(formatRecords(rows));
console.log(`\n${formatRecords(sizes.rows)}`);
if (failures.length > 0) {
  console.error(failures.join('\n\n'));
  process.exitCode = 1;
}

function summarize(results: readonly Result[]): string {
  const failed = results.filter(({ error }) => error != null).length;
  return results.length === 0
    ? 'not checked'
    : `${results.length - failed} passed, ${failed} failed`;
}
