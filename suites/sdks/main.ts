/**
 * Tests the packed package with AI SDK 5, 6 and 7 as users install it: each
 * version in a folder of its own under .cache/test-sdks, where the suite of
 * test/sdks runs in plain Node against the local Baseten, and programs compile
 * against the published declarations.
 *
 *     npm run test:sdks                the first and the newest of each
 *     npm run test:sdks -- --newest    only the newest of each
 *
 * Prints a table per entry and version, and exits with 1 if anything failed.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkTypes } from './test-sdks/check-types.mjs';
import { chooseVersions } from './test-sdks/choose-versions.mjs';
import { ENTRIES } from './test-sdks/entries.mjs';
import { installSDK } from './test-sdks/install-sdk.mjs';
import { measureEntries } from './test-sdks/measure-entries.mjs';
import { packProject } from './test-sdks/pack-project.mjs';
import { runSuite } from './test-sdks/run-suite.mjs';

/**
 * @typedef {object} Result Of one test.
 * @property {string} name
 * @property {string | undefined} [error] Why it failed, if it did.
 */

const folder = join(import.meta.dirname, '../.cache/test-sdks');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const versions = await chooseVersions({
  newestOnly: process.argv.includes('--newest'),
});
const tarball = await packProject(folder);
/** @type {string[]} */
const failures = [];
const rows = [];

for (const { major, version } of versions) {
  const scratch = join(folder, `ai-${version}`);
  await installSDK({ scratch, version, tarball });
  const types = await checkTypes({ scratch, major });

  for (const entry of ENTRIES) {
    const results = {
      behaviour: entry.runsOn.includes(major)
        ? await runSuite({ scratch, entry })
        : [],
      types: types.filter(program => program.entry === entry),
    };
    for (const { name, error } of [...results.behaviour, ...results.types]) {
      if (error !== undefined) {
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
    });
  }
}

const sizes = await measureEntries(folder);
failures.push(...sizes.failures);
console.table(rows);
console.table(sizes.rows);
if (failures.length > 0) {
  console.error(failures.join('\n\n'));
  process.exitCode = 1;
}

/** @param {Result[]} results */
function summarize(results) {
  const failed = results.filter(({ error }) => error !== undefined).length;
  return results.length === 0
    ? 'not checked'
    : `${results.length - failed} passed, ${failed} failed`;
}
