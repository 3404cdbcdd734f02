import { describe, expect, it } from 'vitest';
import { countTokens, embedText, scoreText } from '..';
import { json, send, VERSIONS } from './send';
import { start } from './start';

const EMBEDDINGS = '/sync/v1/embeddings';
const RERANK = '/sync/rerank';

async function ask(path: string, body: unknown, options = {}) {
  const server = await start(options);
  const reply = await send('1.1', server, path, { body });
  return { status: reply.status, body: json(reply) };
}

function decode(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64');
  const vector = new Float32Array(bytes.length / 4);
  for (let i = 0; i < vector.length; i++) vector[i] = bytes.readFloatLE(i * 4);
  return vector;
}

describe('embeddings', () => {
  it.each(VERSIONS)('come as numbers or base64 over HTTP/%s', async version => {
    const server = await start();
    const input = ['sunny day', 'ü', ''];
    const embed = async (more: object) =>
      json(
        await send(version, server, EMBEDDINGS, { body: { input, ...more } }),
      );
    const expected = input.map(text => embedText(text));
    const floats = await embed({});
    expect(floats).toEqual({
      object: 'list',
      data: expected.map((vector, index) => ({
        object: 'embedding',
        index,
        embedding: [...vector],
      })),
      model: expect.any(String),
      usage: { prompt_tokens: 3, total_tokens: 3 },
    });
    const base64 = await embed({ encoding_format: 'base64', model: 'x' });
    expect(
      base64.data.map(({ embedding }: { embedding: string }) =>
        decode(embedding),
      ),
    ).toEqual(expected);
  });

  it('take a single text', async () => {
    const { body } = await ask(EMBEDDINGS, { input: 'sunny' });
    expect(body.data).toHaveLength(1);
    expect(body.data[0].embedding).toHaveLength(384);
  });

  it('are shortened by dimensions', async () => {
    const { body } = await ask(EMBEDDINGS, { input: 'sunny', dimensions: 5 });
    expect(body.data[0].embedding).toEqual([...embedText('sunny', 5)]);
  });

  it('count the tokens of each text', async () => {
    const input = ['one two', 'three'];
    const { body } = await ask(EMBEDDINGS, { input });
    const tokens = countTokens('one two') + countTokens('three');
    expect(body.usage).toEqual({ prompt_tokens: tokens, total_tokens: tokens });
  });

  it('are limited to 128 a request', async () => {
    const texts = Array.from({ length: 128 }, (_, index) => `${index}`);
    expect((await ask(EMBEDDINGS, { input: texts })).status).toBe(200);
    expect(await ask(EMBEDDINGS, { input: [...texts, 'more'] })).toEqual({
      status: 413,
      body: {
        message: 'batch size 129 > maximum allowed batch size 128',
        code: 413,
        type: 'Validation',
      },
    });
  });

  it.each([
    ['[1]', 400],
    ['{"input"', 400],
    [{}, 422],
    [{ input: null }, 422],
    [{ input: 1 }, 422],
    [{ input: ['a', 1] }, 422],
    [{ input: [] }, 400],
    [{ input: 'a', encoding_format: 'int8' }, 422],
    [{ input: 'a', dimensions: 0 }, 422],
    [{ input: 'a', dimensions: 1.5 }, 422],
    [{ input: 'a', dimensions: 385 }, 422],
    [{ input: 'a', dimensions: '8' }, 422],
  ])('refuse %j', async (request, status) => {
    const refusal = await ask(EMBEDDINGS, request);
    expect(refusal).toEqual({
      status,
      body: { message: expect.any(String), code: status, type: 'Validation' },
    });
  });
});

describe('the embedding of a text', () => {
  const cosine = (one: string, other: string) => {
    const left = embedText(one);
    const right = embedText(other);
    return left.reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0);
  };

  it.each([
    '',
    ' ',
    '!?',
    'the',
    '🎉',
    '\ud800',
    '你好',
    'a'.repeat(1_000_000),
    'word '.repeat(20_000),
  ])('is a unit vector', text => {
    for (const dimensions of [1, 2, 384, 1024]) {
      const vector = embedText(text, dimensions);
      expect(vector).toHaveLength(dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }
  });

  it('is the same each time, and another for another text', () => {
    expect(embedText('sunny day')).toEqual(embedText('sunny day'));
    const texts = ['', ' ', '!', '?', 'a', 'b', 'the', 'text 1', 'text 2'];
    const vectors = texts.map(text => embedText(text).join());
    expect(new Set(vectors).size).toBe(texts.length);
  });

  it('begins like a longer one', () => {
    const long = embedText('sunny day at the beach', 1024).subarray(0, 16);
    const length = Math.hypot(...long);
    const short = embedText('sunny day at the beach', 16);
    for (const [i, value] of short.entries()) {
      expect(value).toBeCloseTo((long[i] ?? 0) / length, 6);
    }
  });

  it('is near to that of a text that shares words', () => {
    const day = 'sunny day at the beach';
    expect(cosine(day, 'a day on the beaches')).toBeGreaterThan(0.5);
    expect(cosine(day, 'rainy afternoon in the city')).toBeLessThan(0.25);
    expect(cosine('sunny', 'sun')).toBeGreaterThan(0.8);
    expect(cosine('sunny', 'sunshine')).toBeGreaterThan(0.1);
    expect(cosine('running', 'runs')).toBeGreaterThan(0.8);
    expect(cosine('city', 'cities')).toBeGreaterThan(0.8);
  });

  it('ranks texts for a query as one would', () => {
    const texts = [
      'sunny day at the beach',
      'rainy afternoon in the city',
      'snowy mountain peak',
    ];
    const best = (query: string) =>
      texts
        .map(text => ({ text, score: cosine(query, text) }))
        .sort((one, other) => other.score - one.score)[0]?.text;
    expect(best('Where is there sunshine and sand on beaches?')).toBe(texts[0]);
    expect(best('Does it rain in cities?')).toBe(texts[1]);
    expect(best('mountains with snow')).toBe(texts[2]);
  });

  it('of a lone surrogate is that of what it becomes on the wire', () => {
    expect(embedText('\ud800')).toEqual(embedText('\ufffd'));
  });
});

describe('rerank', () => {
  const texts = ['snowy mountain', 'a sunny day at the beach', 'the beach'];

  it('sorts by score', async () => {
    const { body } = await ask(RERANK, { query: 'beach', texts });
    const expected = texts
      .map((text, index) => ({ index, score: scoreText('beach', text) }))
      .sort((one, other) => other.score - one.score);
    expect(body).toEqual(expected);
    expect(body[0].index).toBe(2);
    for (const { score } of body) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(1);
    }
  });

  it('gives raw scores in the same order', async () => {
    const request = { query: 'beach', texts, raw_scores: true };
    const { body } = await ask(RERANK, request);
    expect(body.map(({ index }: { index: number }) => index)).toEqual([
      2, 1, 0,
    ]);
    for (const { index, score } of body) {
      expect(score).toBe(scoreText('beach', texts[index] ?? '', true));
      expect(1 / (1 + Math.exp(-score))).toBe(
        scoreText('beach', texts[index] ?? ''),
      );
    }
  });

  it('returns texts when asked to', async () => {
    const request = { query: 'beach', texts, return_text: true };
    const { body } = await ask(RERANK, request);
    for (const { index, text } of body) expect(text).toBe(texts[index]);
  });

  it('keeps the order of equal scores', async () => {
    const { body } = await ask(RERANK, { query: 'a', texts: ['b', 'b', 'b'] });
    expect(body.map(({ index }: { index: number }) => index)).toEqual([
      0, 1, 2,
    ]);
  });

  it('is limited to 128 texts', async () => {
    const many = Array.from({ length: 129 }, () => 'a');
    expect(await ask(RERANK, { query: 'a', texts: many })).toEqual({
      status: 413,
      body: {
        error: 'batch size 129 > maximum allowed batch size 128',
        error_type: 'Validation',
      },
    });
  });

  it.each([
    ['x', 400],
    [{ texts: ['a'] }, 422],
    [{ query: 'a', texts: 'a' }, 422],
    [{ query: 'a', texts: [1] }, 422],
    [{ query: 'a', texts: [] }, 400],
    [{ query: 'a', texts: ['a'], truncation_direction: 'Up' }, 422],
  ])('refuses %j', async (request, status) => {
    expect(await ask(RERANK, request)).toEqual({
      status,
      body: { error: expect.any(String), error_type: 'Validation' },
    });
  });
});
