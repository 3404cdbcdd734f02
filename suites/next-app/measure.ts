/**
 * Measures the example as it was built last, by `npm run build` in its folder:
 * accessibility, loading, and a conversation with 500 messages.
 *
 *     npx tsx suites/next-app/measure.ts
 */
import { join } from 'node:path';
import { startLocalBaseten } from '../../local-baseten';
import { PROJECT } from '../lib/folders';
import { formatRecords } from '../lib/format-table.mjs';
import { measureLoading } from './measure/measure-loading';
import { measureLongConversation } from './measure/measure-long-conversation';
import { launchChromium } from './support/launch-chromium';
import { startStandalone } from './support/start-app';

await using local = await startLocalBaseten({ tokenDelayMilliseconds: 5 });
const app = await startStandalone(
  join(PROJECT, 'examples/next-app/.next/standalone'),
  local,
);
try {
  await using browser = await launchChromium();
  console.log(formatRecords(await measureLoading(browser, app.origin)));
  console.log(
    formatRecords(await measureLongConversation(browser, app.origin)),
  );
} finally {
  await app.close();
}
