/**
 * Goes every way to an error and looks for the key in it. Ends with 1 if it is
 * in one of them. `--seed N` repeats the keys of an earlier run.
 */
import { parseArgs } from 'node:util';
import { startLocalBaseten } from '../../local-baseten';
import { walk } from '../../test/support/walk';
import { formatRecords } from '../lib/format-table.mjs';
import { createRandom } from '../lib/random';
import { KEY_FORMS, listErrorPaths, showsKey } from './error-paths';
import { createLoggedObjects } from './logged-objects';
import { logAll } from './loggers';

const { values } = parseArgs({ options: { seed: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const random = createRandom(seed);
console.log(`Seed ${seed}`);

await using local = await startLocalBaseten({ dimensions: 8 });
const counts = new Map<string, { errors: number; 'with a key': number }>();
for (const [form, createKey] of Object.entries(KEY_FORMS)) {
  for (const path of listErrorPaths(local)) {
    const count = counts.get(path.way.name) ?? { errors: 0, 'with a key': 0 };
    counts.set(path.way.name, count);
    count.errors += 1;
    if (await showsKey(path, createKey(random), local)) {
      count['with a key'] += 1;
      process.exitCode = 1;
      console.log(
        `SEEN: ${path.way.name}, ${path.faultName}, ${path.source.name}, key of ${form}`,
      );
    }
  }
}

const records = [...counts].map(([way, count]) => ({ way, ...count }));
const total = records.reduce((sum, { errors }) => sum + errors, 0);
console.log(formatRecords(records));
const seen = records.reduce((sum, each) => sum + each['with a key'], 0);
console.log(`${total} error paths, ${seen} with a key`);

const key = KEY_FORMS.letters?.(random) ?? '';
const objects = await createLoggedObjects(local, key);
const lines = logAll(objects);
const places = (await walk(objects)).map(({ text }) => text);
for (const [what, texts] of Object.entries({
  'lines of pino and winston': lines,
  'places of public objects': places,
})) {
  const withKey = texts.filter(text => text.includes(key)).length;
  console.log(`${texts.length} ${what}, ${withKey} with a key`);
  if (withKey > 0) process.exitCode = 1;
}
