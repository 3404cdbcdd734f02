import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as ai from 'ai';
import { createBaseten, deployment, sentBodies, server } from './sdk.mjs';

// AI SDK 5 and 6 call both experimental.
const { experimental_generateSpeech, experimental_transcribe } = Object(ai);
const {
  generateSpeech = experimental_generateSpeech,
  transcribe = experimental_transcribe,
} = ai;

const TEXT = 'The train leaves at nine. It stops in Porto.';
const openai = createBaseten({
  ...deployment,
  modelURL: `${server.modelURL}/v1`,
});
const predict = createBaseten({
  ...deployment,
  modelURL: server.modelURL.replace(/sync$/, 'predict'),
});

const speak = async (/** @type {object} */ options = {}) =>
  await generateSpeech({ model: openai.speech(), text: TEXT, ...options });

test('a text is spoken', async () => {
  const { audio, warnings } = await speak({ voice: 'ada', speed: 1.2 });

  assert.equal(audio.mediaType, 'audio/wav');
  assert.ok(audio.uint8Array.length > 1000);
  assert.deepEqual(warnings, []);
  const { input, voice, speed } = sentBodies()[0];
  assert.deepEqual(
    { input, voice, speed },
    { input: TEXT, voice: 'ada', speed: 1.2 },
  );
});

test('a text is spoken at /predict, and what is unused is told', async () => {
  const { audio, warnings } = await speak({
    model: predict.speechModel(),
    instructions: 'Be cheerful.',
    providerOptions: { baseten: { textField: 'prompt' } },
  });

  assert.equal(audio.mediaType, 'audio/wav');
  assert.equal(warnings.length, 1);
  assert.match(JSON.stringify(warnings), /instructions/);
});

for (const provider of [openai, predict]) {
  const form = provider === openai ? "a server of OpenAI's form" : 'a Whisper';

  test(`speech is heard by ${form}`, async () => {
    const { audio } = await speak();
    const heard = await transcribe({
      model: provider.transcription(),
      audio: audio.uint8Array,
      providerOptions: { baseten: { responseFormat: 'verbose_json' } },
    });

    assert.equal(heard.text, TEXT);
    assert.equal(heard.segments.length, 2);
    assert.equal(heard.language, 'en');
    assert.ok(heard.durationInSeconds > 0);
    assert.equal(heard.warnings.length, provider === openai ? 0 : 1);
  });
}

test('a refusal is in the words of the server', async () => {
  const stranger = createBaseten({
    ...deployment,
    apiKey: 'wrong',
    modelURL: `${server.modelURL}/v1`,
  });
  const { audio } = await speak();

  await assert.rejects(
    transcribe({ model: stranger.transcription(), audio: audio.uint8Array }),
    { message: /please check the api-key you provided/ },
  );
});
