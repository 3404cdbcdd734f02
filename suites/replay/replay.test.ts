import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenAICompatibleChatLanguageModel } from '@ai-sdk/openai-compatible';
import { APICallError } from '@ai-sdk/provider';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBaseten } from '../../src';
import {
  chunk,
  completion,
  eventStream,
  finalUsage,
  finish,
  toolCalls,
} from '../../test/chat/support/chunks';
import { runNode } from '../lib/run-node';
import { findDefects } from './find-defects';
import type { Recording } from './recording';
import { replayRecordings } from './replay-recordings';
import type { Outcome } from './run-exchange';
import { splitAtRandom } from './split-at-random';

function recording(
  name: string,
  reply: unknown[] | object,
  status = 200,
): Recording {
  const stream = Array.isArray(reply);
  return {
    name,
    model: 'zai-org/GLM-5',
    stream,
    request: { messages: [{ role: 'user', content: 'Hi' }], stream },
    response: {
      status,
      contentType: stream ? 'text/event-stream' : 'application/json',
      body: stream ? eventStream(reply) : JSON.stringify(reply),
    },
  };
}

const weather = (args: string) =>
  toolCalls({
    index: 0,
    id: 'call-1',
    function: { name: 'weather', arguments: args },
  });

const GOOD = [
  recording('a stream', [
    chunk({ reasoning_content: 'Hm… 🤔' }),
    chunk({ content: 'Grüße 🌍' }),
    finish('stop'),
    finalUsage({ prompt_tokens: 5, completion_tokens: 7 }),
    '[DONE]',
  ]),
  recording('a stream without a finish reason', [
    chunk({ content: '{}' }),
    '[DONE]',
  ]),
  recording('a tool call', [weather('{}'), finish('tool_calls')]),
  recording('a reply', completion({ content: 'Hi' })),
  recording('calls with one id', {
    ...completion({
      tool_calls: [1, 2].map(city => ({
        id: 'functions.weather:0',
        type: 'function',
        function: { name: 'weather', arguments: JSON.stringify({ city }) },
      })),
    }),
  }),
  recording('a stream that ends too early', [chunk({ content: 'Hi' })]),
  recording('an error in a stream', [
    { error: { message: 'gone', code: 500 } },
    '[DONE]',
  ]),
  recording(
    'an error',
    { message: 'no', type: 'BadRequestError', code: 400 },
    400,
  ),
];

const createBasetenModel = (
  modelId: string,
  { apiKey, baseURL }: { apiKey: string; baseURL: string },
) => createBaseten({ apiKey, baseURL })(modelId);

describe('a replay', () => {
  it('finds nothing to complain of in what the package makes right', async () => {
    const replayed = await replayRecordings(GOOD, createBasetenModel, 1);

    expect(replayed.map(({ name, defects }) => ({ name, defects }))).toEqual(
      GOOD.map(({ name }) => ({ name, defects: [] })),
    );
    expect(replayed[0]?.outcome).toMatchObject({
      text: 'Grüße 🌍',
      reasoning: 'Hm… 🤔',
    });
  });

  it('finds what openai-compatible alone makes wrong', async () => {
    const replayed = await replayRecordings(
      GOOD,
      (modelId, { apiKey, baseURL }) =>
        new OpenAICompatibleChatLanguageModel(modelId, {
          provider: 'plain',
          url: ({ path }) => `${baseURL}${path}`,
          headers: { authorization: `Bearer ${apiKey}` },
        }),
      1,
    );
    const found = replayed.flatMap(({ name, defects }) =>
      defects.map(defect => `${name}: ${defect}`),
    );

    expect(found).toEqual([
      'a stream without a finish reason: complete reply that ends in an error',
      'a reply: complete reply without a known finish reason',
      'calls with one id: tool calls with the same id',
      'calls with one id: complete reply without a known finish reason',
      'an error in a stream: empty error message',
      'an error in a stream: error that is not of the AI SDK',
    ]);
  });

  it('finds what nobody can make right', async () => {
    const broken = recording('a broken call', [
      weather('{"city":'),
      finish('tool_calls'),
      '[DONE]',
    ]);
    const [replayed] = await replayRecordings([broken], createBasetenModel, 1);

    expect(replayed?.defects).toEqual(['tool input that is not JSON']);
  });
});

describe('defects', () => {
  const reply = {
    text: 'Hi',
    reasoning: 'Hm',
    usage: { inputTokens: 5, outputTokens: 7 },
    isComplete: true,
  };
  const outcome: Outcome = {
    text: 'Hi',
    reasoning: 'Hm',
    toolCalls: [],
    finishReason: { unified: 'stop', raw: 'stop' },
    usage: {
      inputTokens: {
        total: 5,
        noCache: 5,
        cacheRead: 0,
        cacheWrite: undefined,
      },
      outputTokens: { total: 7, text: 7, reasoning: 0 },
    },
    errors: [],
  };
  const error = (message: string) =>
    new APICallError({ message, url: '', requestBodyValues: {} });

  it('are none where all is right', () => {
    expect(findDefects(outcome, reply)).toEqual([]);
  });

  it.each([
    ['reasoning that differs from what was sent', { reasoning: 'HmHm' }, {}],
    ['text that differs from what was sent', { text: '' }, {}],
    [
      'usage that differs from the last sent',
      {},
      { usage: { inputTokens: 5, outputTokens: 8 } },
    ],
    ['usage that differs from the last sent', { usage: undefined }, {}],
    ['failed reply without an error', {}, { isComplete: false }],
    ['complete reply that ends in an error', { errors: [error('gone')] }, {}],
    ['empty error message', { errors: [error(' ')] }, { isComplete: false }],
    [
      'error that is not of the AI SDK',
      { errors: [new Error('gone')] },
      { isComplete: false },
    ],
    [
      'tool input that is not JSON',
      { toolCalls: [{ id: 'a', name: 'b', input: '' }] },
      {},
    ],
  ])('are found: %s', (defect, madeOfIt, sent) => {
    expect(
      findDefects({ ...outcome, ...madeOfIt }, { ...reply, ...sent }),
    ).toEqual([defect]);
  });
});

describe('the pieces of a replay', () => {
  const text = 'ä🌍'.repeat(2000);

  it('are the same for the same seed, and others for another', () => {
    expect(splitAtRandom(text, 7)).toEqual(splitAtRandom(text, 7));
    expect(splitAtRandom(text, 7)).not.toEqual(splitAtRandom(text, 8));
  });

  it('end inside of characters too', () => {
    const bytes = new TextEncoder().encode(text);
    const inside = splitAtRandom(text, 7).filter(
      offset => (Number(bytes[offset]) & 0xc0) === 0x80,
    );

    expect(inside.length).toBeGreaterThan(1000);
  });
});

describe('npm run replay', () => {
  async function run(recordings: Recording[]) {
    const folder = mkdtempSync(join(tmpdir(), 'baseten-replay-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'recordings.json');
    writeFileSync(file, JSON.stringify(recordings));
    const { exitCode, stdout } = await runNode([
      ...['--import', 'tsx', 'suites/replay/main.ts'],
      ...[file, '17'],
    ]);
    return { exitCode, output: stdout };
  }

  it('prints a table, the seed and the counts, and succeeds', async () => {
    const { exitCode, output } = await run(GOOD);

    expect(exitCode).toBe(0);
    for (const { name } of GOOD) expect(output).toContain(name);
    expect(output).toContain('Seed 17. 8 exchanges, 0 defects');
  });

  it('fails where there are defects, and counts them by kind', async () => {
    const broken = recording('a broken call', [
      weather('{"city":'),
      finish('tool_calls'),
    ]);
    const { exitCode, output } = await run([...GOOD, broken, broken]);

    expect(exitCode).toBe(1);
    expect(output).toContain('Seed 17. 10 exchanges, 2 defects');
    expect(output).toContain('2 x tool input that is not JSON');
  });
});
