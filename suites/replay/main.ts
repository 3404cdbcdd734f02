/**
 * Replays recorded chat exchanges through the built package:
 *
 *     npm run replay -- FILE [SEED]
 *
 * FILE is a JSON array of `{ name, model, stream, request, response: { status,
 * contentType, body } }`. SEED decides the pieces that replies arrive in; it is
 * printed, and random by default. Exits with 1 if there are defects.
 */
import { createBaseten } from '@ai-sdk/baseten';
import { formatCounts, formatReplay } from './format-replay';
import { readRecordings } from './recording';
import { replayRecordings } from './replay-recordings';

const [file, seedText] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: npm run replay -- FILE [SEED]');
  process.exit(2);
}
const seed =
  seedText === undefined
    ? Math.floor(Math.random() * 2 ** 31)
    : Number(seedText);

const replayed = await replayRecordings(
  readRecordings(file),
  (modelId, { baseURL, apiKey }) =>
    createBaseten({ baseURL, apiKey }).chatModel(modelId),
  seed,
);
console.log(formatReplay(replayed));
console.log(`\nSeed ${seed}. ${formatCounts(replayed)}`);
if (replayed.some(({ defects }) => defects.length > 0)) process.exitCode = 1;
