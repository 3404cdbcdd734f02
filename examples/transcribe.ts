// Turns sound into text, with the time of each sentence. The sound is made by a
// speech model first, so that the example needs no file of yours.
import { readFile } from 'node:fs/promises';
import { createBaseten } from '@ai-sdk/baseten';
import { generateSpeech, transcribe } from 'ai';
import { connect } from './support/connect';

// Pass the path of a file to hear that one: npx tsx examples/transcribe.ts FILE
const path = process.argv[2];

await using connection = await connect(
  'transcription',
  ...(path ? [] : ['speech' as const]),
);
const { apiKey, transcriptionURL, speechURL } = connection;

const audio = path ? await readFile(path) : await speak();
const { text, segments, language, durationInSeconds } = await transcribe({
  model: createBaseten({
    apiKey,
    modelURL: transcriptionURL,
  }).transcriptionModel(),
  audio,
  timestampGranularities: ['segment'],
});

console.log(`Heard: ${text}`);
console.log(`Language: ${language}, ${durationInSeconds} seconds\n`);
for (const { startSecond, endSecond, text } of segments) {
  console.log(
    `  ${startSecond.toFixed(1)} to ${endSecond.toFixed(1)}  ${text}`,
  );
}

async function speak(): Promise<Uint8Array> {
  const text = 'The train leaves at nine. It stops in Porto.';
  console.log(`Said:  ${text}`);
  const speech = await generateSpeech({
    model: createBaseten({ apiKey, modelURL: speechURL }).speechModel(),
    text,
  });
  return speech.audio.uint8Array;
}
