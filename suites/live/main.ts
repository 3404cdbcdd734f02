/**
 * Checks what the package relies on against Baseten, with the key in
 * `BASETEN_API_KEY`; without one against the local Baseten:
 *
 *     npm run test:live
 *
 * Prints a table and exits with 1 if a fact is wrong or found no answer.
 */
import { join } from 'node:path';
import { startLocalBaseten } from '../../local-baseten';
import { CHAT_MODELS_DATE } from '../../src/chat/baseten-chat-models';
import { CACHE } from '../lib/folders';
import { checkFacts } from './check-facts';
import { estimateCost } from './estimate-cost';
import { FACTS } from './facts';
import { formatFacts } from './format-facts';
import { localPlatform, readPlatform } from './platform';
import { writeRecordings } from './recordings';

const live = readPlatform(process.env);
await using local = live ? undefined : await startLocalBaseten();
const platform = live ?? (local && localPlatform(local));
if (platform === undefined) throw new Error('There is no platform to check.');

if (live) {
  const { dollars, requests } = estimateCost(FACTS);
  console.log(
    `Sends ${requests} requests to ${platform.urls['Model APIs']}, for USD ${dollars.toFixed(3)} at most by the prices of ${CHAT_MODELS_DATE}. Deployments are billed by time.\n`,
  );
} else {
  console.log(
    'BASETEN_API_KEY is not set: checks the local Baseten, at no cost.\n',
  );
}

const { checked, exchanges } = await checkFacts(FACTS, platform);
const recordings = writeRecordings(exchanges, {
  folder: join(CACHE, 'live'),
  apiKey: platform.apiKey,
});
console.log(formatFacts(checked));
console.log(
  `\nRecorded without keys and account data. To see what the package makes of it: npm run replay -- ${recordings}`,
);
if (
  checked.some(({ verdict }) => verdict === 'WRONG' || verdict === 'no answer')
) {
  process.exitCode = 1;
}
