import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateText, streamText } from 'ai';
import { collect, model, readUsage, sentBodies, server } from './sdk.mjs';

const SAID = 'Grüße, 世界 👋';
const prompt = `Say "${SAID}"`;
const thinking = {
  baseten: { chat_template_args: { enable_thinking: true } },
};

test('a text is generated, with settings, usage and response', async () => {
  const { text, finishReason, usage, response, warnings } = await generateText({
    model,
    prompt,
    maxOutputTokens: 1000,
    temperature: 0.5,
    stopSequences: ['###'],
    seed: 7,
  });

  assert.equal(text, SAID);
  assert.equal(finishReason, 'stop');
  assert.deepEqual(warnings ?? [], []);
  assert.equal(response.modelId, model.modelId);
  const [body] = sentBodies();
  assert.equal(body.max_tokens, 1000);
  assert.equal(body.temperature, 0.5);
  assert.deepEqual(body.stop, ['###']);
  assert.equal(body.seed, 7);
  const { inputTokens = 0, outputTokens = 0, totalTokens } = readUsage(usage);
  assert.ok(inputTokens > 0 && outputTokens > 0);
  assert.equal(totalTokens, inputTokens + outputTokens);
});

test('a text is streamed, however its bytes are cut', async () => {
  const { text } = await generateText({ model, prompt });
  for (const seed of [1, 2, 3]) {
    server.behave(() => ({ stream: { splitAt: 'random', seed } }));
    const result = streamText({ model, prompt });

    const parts = await collect(result.textStream);

    assert.equal(parts.join(''), text);
    assert.ok(parts.length > 1);
    assert.equal(await result.finishReason, 'stop');
  }
});

test('usage is the same whether generated or streamed', async () => {
  const generated = await generateText({ model, prompt });
  const streamed = streamText({ model, prompt });
  await streamed.consumeStream();

  assert.deepEqual(
    { ...readUsage(await streamed.usage) },
    { ...readUsage(generated.usage) },
  );
});

test('reasoning comes apart from the text, generated and streamed', async () => {
  const options = { model, prompt, providerOptions: thinking };
  const { steps } = await generateText(options);
  const streamed = streamText(options);
  const parts = await collect(streamed.fullStream);

  const [step] = steps;
  assert.equal(step?.text, SAID);
  assert.ok(step?.reasoningText);
  assert.ok(Number(readUsage(step.usage).reasoningTokens) > 0);
  assert.equal(
    parts
      .filter(({ type }) => type === 'reasoning-delta')
      .map(({ text }) => text)
      .join(''),
    step.reasoningText,
  );
  assert.deepEqual(
    parts
      .map(({ type }) => type)
      .filter(type => /^reasoning-(start|end)$/.test(type)),
    ['reasoning-start', 'reasoning-end'],
  );
  assert.deepEqual(
    readUsage(await streamed.usage).reasoningTokens,
    readUsage(step.usage).reasoningTokens,
  );
});

test('an answer that is cut short says so', async () => {
  const { finishReason } = await generateText({
    model,
    prompt: 'Count from 1 to 100.',
    maxOutputTokens: 5,
  });

  assert.equal(finishReason, 'length');
});

test('options of Baseten are sent as they are', async () => {
  await generateText({
    model,
    prompt,
    providerOptions: { baseten: { user: 'user-17', top_k: 5 } },
  });

  const [body] = sentBodies();
  assert.equal(body.user, 'user-17');
  assert.equal(body.top_k, 5);
});
