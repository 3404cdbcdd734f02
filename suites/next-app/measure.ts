/**
 * Measures the example as it was built last, by `npm run build` in its folder:
 * accessibility, loading, and a conversation with 500 messages.
 *
 *     npx tsx suites/next-app/measure.ts
 *
 * Given folders of standalone builds, it compares long conversations in them:
 *
 *     npx tsx suites/next-app/measure.ts BEFORE AFTER
 */
import { basename, join } from 'node:path';
import { startLocalBaseten } from '../../local-baseten';
import { createResources } from '../lib/create-resources';
import { PROJECT } from '../lib/folders';
import { formatRecords } from '../lib/format-table.mjs';
import { measureLoading } from './measure/measure-loading';
import { measureLongConversation } from './measure/measure-long-conversation';
import { launchChromium } from './support/launch-chromium';
import { startStandalone } from './support/start-app';

const LAST_BUILD = join(PROJECT, 'examples/next-app/.next/standalone');
const compared = process.argv.slice(2);
const isComparison = compared.length > 0;
const folders = isComparison ? compared : [LAST_BUILD];

await using local = await startLocalBaseten({ tokenDelayMilliseconds: 5 });
await using browser = await launchChromium();
await using apps = createResources();

const builds = [];
for (const folder of folders) {
  const { origin, close } = await startStandalone(folder, local);
  apps.keep({ [Symbol.asyncDispose]: close });
  builds.push({ name: basename(folder), origin });
}
if (!isComparison) {
  for (const { origin } of builds) {
    console.log(formatRecords(await measureLoading(browser, origin)));
  }
}
console.log(
  formatRecords(
    await measureLongConversation(
      browser,
      builds,
      isComparison ? [500] : [2, 500],
    ),
  ),
);
