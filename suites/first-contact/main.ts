/**
 * Makes every mistake of a new user and prints what it says, and when. Ends
 * with 1 if a message is not as it should be.
 */
import { startLocalBaseten } from '../../local-baseten';
import { formatRecords } from '../lib/format-table.mjs';
import { listDeadHosts } from './dead-hosts';
import { judgeMistake } from './judge-mistake';
import { listMistakes } from './mistakes';

delete process.env.BASETEN_API_KEY;

await using local = await startLocalBaseten();
const records = [];
for (const mistake of [...listMistakes(local), ...(await listDeadHosts())]) {
  local.reset();
  const { isRight, message, milliseconds } = await judgeMistake(mistake);
  records.push({
    mistake: mistake.name,
    message: `${isRight ? '' : 'WRONG: '}${message}`,
    'time in s': (milliseconds / 1000).toFixed(2),
  });
  process.exitCode = isRight ? process.exitCode : 1;
}
console.log(formatRecords(records));
