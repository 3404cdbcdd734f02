import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Behave, startLocalBaseten } from '../../local-baseten';
import { createBaseten } from '../../src';
import { runNode } from '../lib/run-node';
import { readRecordings } from '../replay/recording';
import { replayRecordings } from '../replay/replay-recordings';
import { checkFacts } from './check-facts';
import { estimateCost } from './estimate-cost';
import { FACTS } from './facts';
import { formatFacts } from './format-facts';
import { localPlatform, readPlatform } from './platform';
import { readList, readValue } from './read-value';
import { removeAccount, writeRecordings } from './recordings';

// Some tests send two hundred requests or start a process.
vi.setConfig({ testTimeout: 90_000 });

async function checkLocal(facts = FACTS, behave: Behave = () => undefined) {
  await using local = await startLocalBaseten();
  local.behave(behave);
  return await checkFacts(facts, localPlatform(local));
}

const named = (name: string) => FACTS.filter(fact => fact.name === name);

describe('the live check', () => {
  it('finds every fact right at the local Baseten', async () => {
    const { checked } = await checkLocal();

    expect(
      checked.filter(
        ({ verdict }) => verdict !== 'right' && verdict !== 'noted',
      ),
    ).toEqual([]);
    expect(
      checked
        .filter(({ verdict }) => verdict === 'noted')
        .every(({ fact }) => fact.expected === undefined),
    ).toBe(true);
    expect(checked).toHaveLength(FACTS.length);
  });

  it('finds five lies and nothing else', async () => {
    const { checked } = await checkLocal(FACTS, ({ headers, path, body }) => {
      const texts = readList(body, 'input');
      if (
        headers.authorization === 'Bearer wrong' &&
        path === '/v1/chat/completions'
      ) {
        return { status: 401, body: { error: 'Unauthorized' } };
      }
      if (texts.length === 129) {
        return { body: { data: [] } };
      }
      if (readValue(body, 'encoding_format') === 'base64' && texts[1]) {
        return { transform: swapFirstTwo };
      }
      if (
        readValue(body, 'model') === 'moonshotai/Kimi-K3' &&
        readList(body, 'tools').length > 0
      ) {
        return { quirks: ['new-tool-call-id-per-delta'] };
      }
      return readList(body, 'stop').includes('5')
        ? { quirks: ['no-finish-reason'] }
        : undefined;
    });

    expect(
      checked
        .filter(({ verdict }) => verdict !== 'right' && verdict !== 'noted')
        .map(({ fact, seen, verdict }) => [fact.name, seen, verdict]),
    ).toEqual([
      ['finish reason after a stop sequence', 'none', 'WRONG'],
      ['a wrong key', '401 Unauthorized', 'WRONG'],
      [
        'moonshotai/Kimi-K3: streamed tool calls',
        'several ids for one call',
        'WRONG',
      ],
      ['embeddings: base64', 'something else', 'WRONG'],
      ['embeddings: 129 texts', '200', 'WRONG'],
    ]);
    expect(formatFacts(checked)).toContain('5 WRONG');
  });

  it('costs less than five cents, every answer being bounded', () => {
    const { dollars, requests } = estimateCost(FACTS);

    expect(dollars).toBeGreaterThan(0.01);
    expect(dollars).toBeLessThan(0.05);
    expect(requests).toBeGreaterThan(100);
  });

  it('names the variable where there is no deployment to ask', async () => {
    const platform = readPlatform({ BASETEN_API_KEY: 'key' });
    const facts = FACTS.filter(({ kind }) => kind === 'embeddings');
    const { checked } = await checkFacts(facts, {
      apiKey: 'key',
      urls: platform?.urls ?? {},
    });

    expect(
      new Set(checked.map(({ verdict, seen }) => [verdict, seen].join())),
    ).toEqual(new Set(['not checked,set BASETEN_EMBEDDING_MODEL_URL']));
  });

  it('waits while the account is at its limit', async () => {
    const { checked, exchanges } = await checkLocal(
      named('a JSON schema without a name'),
      (_, count) =>
        count < 2
          ? { status: 429, headers: { 'retry-after': '0' } }
          : undefined,
    );

    expect(checked).toMatchObject([{ verdict: 'right' }]);
    expect(exchanges.map(({ reply }) => reply.status)).toEqual([429, 429, 400]);
  });

  it.each([
    ['an outage', { status: 503 }, /^503 /],
    ['unpaid bills', { status: 402 }, /^402 .*payment/],
    ['a refused key', { status: 403 }, /^403 .*api-key/],
    ['a lost connection', { cut: 'before-headers' as const }, /^fetch failed/],
  ])('tells %s from a wrong fact', async (_name, behaviour, words) => {
    const { checked } = await checkLocal(named('usage'), () => behaviour);

    expect(checked).toMatchObject([{ verdict: 'no answer' }]);
    expect(checked[0]?.seen).toMatch(words);
  });

  it('does not judge a model that is not enabled', async () => {
    const { checked } = await checkLocal(
      named('moonshotai/Kimi-K3: structured output'),
      () => ({ status: 404 }),
    );

    expect(checked).toMatchObject([{ verdict: 'not checked' }]);
  });

  it('does not judge an answer that is cut', async () => {
    const { checked } = await checkLocal(
      named('moonshotai/Kimi-K3: structured output'),
      () => ({ body: { choices: [{ finish_reason: 'length', message: {} }] } }),
    );

    expect(checked).toMatchObject([{ verdict: 'no answer' }]);
  });

  it('runs against the local Baseten without a key', async () => {
    const { exitCode, stdout } = await runNode([
      ...['--import', 'tsx'],
      'suites/live/main.ts',
    ]);

    expect(stdout).toMatch(/^BASETEN_API_KEY is not set/);
    expect(stdout).toMatch(/facts: \d+ right, \d+ noted/);
    expect(exitCode).toBe(0);
  });
});

describe('the platform', () => {
  it('is read from the environment, /sync/v1 and /sync alike', () => {
    const url = 'https://model-12345678.api.baseten.co/environments/production';
    const platform = readPlatform({
      BASETEN_API_KEY: 'key',
      BASETEN_CHAT_MODEL_URL: `${url}/sync/v1`,
      BASETEN_EMBEDDING_MODEL_URL: `${url}/sync/`,
      BASETEN_WHISPER_MODEL_URL: `${url}/predict`,
    });

    expect(platform).toEqual({
      apiKey: 'key',
      urls: {
        'Model APIs': 'https://inference.baseten.co/v1',
        chat: `${url}/sync`,
        embeddings: `${url}/sync`,
        Whisper: `${url}/predict`,
      },
    });
  });

  it('is missing without a key', () => {
    expect(readPlatform({})).toBeUndefined();
  });
});

describe('the recordings', () => {
  it('are read by replay, which finds no defects', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'baseten-live-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { exchanges } = await checkLocal();
    const path = writeRecordings(exchanges, { folder, apiKey: 'local-key' });
    const recordings = readRecordings(path);
    const replayed = await replayRecordings(
      recordings,
      (modelId, { baseURL, apiKey }) =>
        createBaseten({ baseURL, apiKey }).chatModel(modelId),
      1,
    );

    expect(replayed.length).toBeGreaterThan(100);
    expect(replayed.filter(({ defects }) => defects.length > 0)).toEqual([]);
  });

  it('hold no key, address, deployment or id of the account', () => {
    const id = '0123456789abcdef0123456789abcdef';
    const uuid = '01234567-89ab-cdef-0123-456789abcdef';

    expect(
      removeAccount(
        `secret ada@example.org model-abcd1234 chatcmpl-tool-${id} ${uuid} ${id}`,
        'secret',
      ),
    ).toBe(
      `KEY user@example.com model-XXXXXXXX chatcmpl-tool-${'1'.padStart(32, '0')} 00000000-0000-0000-0000-000000000002 ${'1'.padStart(32, '0')}`,
    );
  });
});

function swapFirstTwo(reply: unknown): unknown {
  const [first, second, ...rest] = readList(reply, 'data');
  return { ...Object(reply), data: [second, first, ...rest] };
}
