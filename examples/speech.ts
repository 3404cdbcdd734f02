// Turns a text into sound: first as one file, then as a stream whose first
// piece can be played while the rest is still being spoken.
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBaseten } from '@ai-sdk/baseten';
import { generateSpeech, experimental_streamSpeech as streamSpeech } from 'ai';
import { connect } from './support/connect';

await using connection = await connect('speech');
const baseten = createBaseten({
  apiKey: connection.apiKey,
  modelURL: connection.speechURL,
});
const text = 'The train to Lisbon leaves at nine from platform four.';

const { audio } = await generateSpeech({ model: baseten.speechModel(), text });
const file = join(tmpdir(), `baseten-speech.${audio.format}`);
await writeFile(file, audio.uint8Array);
console.log(`Spoken: ${audio.uint8Array.length} bytes of ${audio.mediaType}`);
console.log(`File: ${file}`);

const { audioStream } = streamSpeech({ model: baseten.speechModel(), text });
let bytes = 0;
for await (const piece of audioStream) {
  if (bytes === 0) {
    console.log(`\nFirst piece: ${piece.length} bytes`);
  }
  bytes += piece.length;
}
console.log(`Streamed: ${bytes} bytes`);
