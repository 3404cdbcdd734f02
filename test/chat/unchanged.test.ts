import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { useLocalBaseten } from '../support/use-local-baseten';
import { PROMPT } from './support/ask';
import { chunk, completion, finish, toolCalls } from './support/chunks';

const server = await useLocalBaseten();
const { apiKey, baseURL } = server;
const model = createBaseten({ apiKey, baseURL })('zai-org/GLM-5.2');

/** A chunk, a finish and a reply that all need repair. */
const CALL = {
  index: 0,
  id: 'a',
  function: { name: 'now', arguments: { zone: 'UTC' } },
};
const USAGE = { prompt_tokens: '5', completion_tokens: '3' };

it('raw chunks are what the server sent, also where it is repaired', async () => {
  const events = [
    chunk({ reasoning_content: '', reasoning: 'Hm.' }, { usage: USAGE }),
    toolCalls(CALL),
    { type: 'ping' },
    finish('tool_calls'),
  ];
  server.behave(() => ({ stream: { events: [...events, '[DONE]'] } }));
  const { stream } = await model.doStream({
    prompt: PROMPT,
    includeRawChunks: true,
  });
  const raw: unknown[] = [];
  for await (const part of stream) {
    if (part.type === 'raw') raw.push(part.rawValue);
  }

  expect(raw).toEqual(events);
});

it('response.body is what the server sent, also where it is repaired', async () => {
  const body = completion(
    { reasoning_content: '', reasoning: 'Hm.', tool_calls: [CALL] },
    { finish_reason: '', usage: USAGE },
  );
  server.behave(() => ({ body }));
  const { response, content } = await model.doGenerate({ prompt: PROMPT });

  expect(response?.body).toEqual(body);
  expect(content).toMatchObject([
    { type: 'reasoning', text: 'Hm.' },
    { type: 'tool-call', input: '{"zone":"UTC"}' },
  ]);
});

describe('log probabilities', () => {
  const token = (text: string) => ({ token: text, logprob: -0.1 });

  it('of a stream are in the metadata of its finish', async () => {
    const choices = (text: string) => ({
      choices: [
        {
          index: 0,
          delta: { content: text },
          logprobs: { content: [token(text)] },
        },
      ],
    });
    server.behave(() => ({
      stream: {
        events: [choices('a'), choices('b'), finish('stop'), '[DONE]'],
      },
    }));
    const { stream } = await model.doStream({
      prompt: PROMPT,
      providerOptions: { baseten: { logprobs: true } },
    });
    const metadata: unknown[] = [];
    for await (const part of stream) {
      if (part.type === 'finish') metadata.push(part.providerMetadata);
    }

    expect(metadata).toEqual([
      { baseten: { logprobs: [token('a'), token('b')] } },
    ]);
  });

  it('of a reply are in its metadata', async () => {
    server.behave(() => ({
      body: {
        choices: [
          {
            index: 0,
            message: { content: 'a' },
            logprobs: { content: [token('a')] },
            finish_reason: 'stop',
          },
        ],
      },
    }));
    const { providerMetadata } = await model.doGenerate({
      prompt: PROMPT,
      providerOptions: { baseten: { logprobs: true } },
    });

    expect(providerMetadata).toEqual({ baseten: { logprobs: [token('a')] } });
  });
});
