import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateText, stepCountIs, streamText, tool } from 'ai';
import { z } from 'zod/v4';
import { collect, major, model, sentBodies } from './sdk.mjs';

const weather = tool({
  description: 'Get the weather in a city',
  inputSchema: z.object({ city: z.string() }),
  execute: async ({ city }) => ({ city, celsius: 21, sky: 'sunny' }),
});

const question = {
  model,
  tools: { weather },
  stopWhen: stepCountIs(5),
  prompt: 'What is the weather in Lisbon?',
};

test('a tool is called and its result is sent back', async () => {
  const { text, steps } = await generateText(question);

  assert.equal(steps.length, 2);
  assert.equal(steps[0]?.finishReason, 'tool-calls');
  assert.equal(steps[0]?.toolCalls[0]?.toolName, 'weather');
  assert.deepEqual(steps[0]?.toolCalls[0]?.input, { city: 'Lisbon' });
  assert.match(text, /Lisbon.*celsius 21.*sunny/);
  const [first, second] = sentBodies();
  assert.equal(first.tools[0].function.name, 'weather');
  assert.deepEqual(
    second.messages.map((/** @type {{ role: string }} */ { role }) => role),
    ['user', 'assistant', 'tool'],
  );
  const [, { tool_calls: calls }, result] = second.messages;
  assert.equal(result.tool_call_id, calls[0].id);
  assert.deepEqual(JSON.parse(result.content), {
    city: 'Lisbon',
    celsius: 21,
    sky: 'sunny',
  });
});

test('tools are called in a stream, in several steps', async () => {
  const result = streamText({
    ...question,
    prompt: 'What is the weather in Lisbon and in Oslo?',
  });
  const parts = await collect(result.fullStream);

  const text = (await result.steps).at(-1)?.text ?? '';
  assert.match(text, /Lisbon/);
  assert.match(text, /Oslo/);
  const inputs = parts
    .filter(({ type }) => type === 'tool-call')
    .map(({ input }) => input.city);
  assert.deepEqual(inputs, ['Lisbon', 'Oslo']);
  const types = new Set(parts.map(({ type }) => type));
  for (const type of [
    'tool-input-start',
    'tool-input-delta',
    'tool-input-end',
    'tool-result',
    'finish-step',
    'finish',
  ]) {
    assert.ok(types.has(type), type);
  }
});

test('reasoning between the steps goes back to the model', async () => {
  const { steps } = await generateText({
    ...question,
    providerOptions: {
      baseten: { chat_template_args: { enable_thinking: true } },
    },
  });

  assert.equal(
    sentBodies()[1].messages[1].reasoning_content,
    steps[0]?.reasoningText,
  );
  assert.ok(steps[0]?.reasoningText);
});

test('a choice of tool is kept to', async () => {
  const { toolCalls } = await generateText({
    model,
    tools: { weather },
    toolChoice: { type: 'tool', toolName: 'weather' },
    prompt: 'Say hello to Ada',
  });

  assert.equal(toolCalls[0]?.toolName, 'weather');
  assert.deepEqual(sentBodies()[0].tool_choice, {
    type: 'function',
    function: { name: 'weather' },
  });
});

test('a tool can return an image', async () => {
  const data = Buffer.from('an image').toString('base64');
  // Each version has a name of its own for a file.
  const file = { 5: 'media', 6: 'image-data' }[major] ?? 'file';
  const camera = {
    ...tool({ description: 'Takes a photo', inputSchema: z.object({}) }),
    execute: async () => 'photo',
    toModelOutput: () => ({
      type: 'content',
      value: [
        { type: 'text', text: 'a photo' },
        {
          type: file,
          mediaType: 'image/png',
          data: file === 'file' ? { type: 'data', data } : data,
        },
      ],
    }),
  };

  await generateText({
    model,
    // @ts-expect-error The types of each version are others.
    tools: { camera },
    stopWhen: stepCountIs(2),
    prompt: 'Take a photo with the camera',
  });

  const [result] = sentBodies()[1].messages.slice(-1);
  assert.deepEqual(JSON.parse(result.content), [
    { type: 'text', text: 'a photo' },
    { type: 'file', mediaType: 'image/png', data: { type: 'data', data } },
  ]);
});

test("another provider's tool is left out with a warning", async () => {
  const search = {
    type: major === 5 ? 'provider-defined' : 'provider',
    id: 'other.search',
    name: 'search',
    args: {},
    inputSchema: z.object({}),
  };

  const { warnings } = await generateText({
    model,
    // @ts-expect-error The types of each version are others.
    tools: { search, weather },
    prompt: 'Say "hello"',
  });

  assert.deepEqual(
    sentBodies()[0].tools.map(
      (/** @type {{ function: { name: string } }} */ sent) =>
        sent.function.name,
    ),
    ['weather'],
  );
  const [warning = {}, ...others] = warnings ?? [];
  assert.deepEqual(others, []);
  assert.match(JSON.stringify(warning), /"unsupported.*other\.search/);
});
