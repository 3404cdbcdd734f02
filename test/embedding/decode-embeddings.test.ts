import { APICallError, InvalidResponseDataError } from '@ai-sdk/provider';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEmbeddings } from '../../src/embedding/decode-embeddings';
import { captureError } from '../support/capture-error';

const base64 = (floats: number[]) =>
  Buffer.from(Float32Array.from(floats).buffer).toString('base64');

const item = (index: unknown, embedding: unknown = [index, 0.5]) => ({
  object: 'embedding',
  index,
  embedding,
});

const reply = (data: unknown) => ({
  object: 'list',
  data,
  model: 'some-model',
  usage: { prompt_tokens: 7, total_tokens: 7 },
});

describe('decodeEmbeddings', () => {
  it('reads base64 and numbers alike, also in one reply', () => {
    const { embeddings } = decodeEmbeddings(
      reply([item(0, base64([0.5, -1])), item(1, [0.5, -1])]),
      2,
    );

    expect(embeddings).toEqual([
      [0.5, -1],
      [0.5, -1],
    ]);
  });

  it('sorts embeddings by index', () => {
    const indexes = fc
      .integer({ min: 1, max: 50 })
      .chain(count =>
        fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
      );
    fc.assert(
      fc.property(indexes, fc.boolean(), (order, asBase64) => {
        const { embeddings } = decodeEmbeddings(
          reply(
            order.map(index =>
              item(index, asBase64 ? base64([index, 0.5]) : [index, 0.5]),
            ),
          ),
          order.length,
        );

        expect(embeddings).toEqual(
          [...order.keys()].map(index => [index, 0.5]),
        );
      }),
    );
  });

  it('gives the rest of the reply without the vectors', () => {
    const { rest } = decodeEmbeddings(reply([item(0)]), 1);

    expect(rest).toEqual({
      object: 'list',
      model: 'some-model',
      usage: { prompt_tokens: 7, total_tokens: 7 },
    });
  });

  it.each([
    [{ prompt_tokens: 7 }, 7],
    [{ prompt_tokens: '7' }, 7],
    [{ prompt_tokens: 0 }, 0],
    [{ prompt_tokens: null }, undefined],
    [{ prompt_tokens: 'many' }, undefined],
    [{}, undefined],
    [null, undefined],
    [undefined, undefined],
    ['7', undefined],
  ])('reads the tokens of usage %j as %s', (usage, tokens) => {
    const result = decodeEmbeddings({ data: [item(0)], usage }, 1);
    expect(result.tokens).toBe(tokens);
  });

  it.each<[name: string, reply: unknown, message: RegExp]>([
    ['null', null, /an array of 2, .* got undefined/],
    ['a string', 'data', /an array of 2, .* got undefined/],
    ['an array', [item(0), item(1)], /an array of 2, .* got undefined/],
    ['no data', reply(undefined), /an array of 2, .* got undefined/],
    ['data null', reply(null), /an array of 2, .* got null/],
    [
      'data an object',
      reply({ 0: item(0) }),
      /an array of 2, .* got an object/,
    ],
    ['no item', reply([]), /of 2, .* got an array of 0/],
    ['too few items', reply([item(0)]), /of 2, .* got an array of 1/],
    [
      'too many',
      reply([item(0), item(1), item(2)]),
      /of 2, .* got an array of 3/,
    ],
    ['a repeated index', reply([item(1), item(1)]), /once, got 1 again/],
    ['a missing index', reply([item(0), {}]), /0 to 1, got undefined/],
    ['a negative index', reply([item(0), item(-1)]), /0 to 1, got -1/],
    ['a foreign index', reply([item(0), item(2)]), /0 to 1, got 2/],
    ['half an index', reply([item(0), item(0.5)]), /0 to 1, got 0.5/],
    ['an index in text', reply([item(0), item('1')]), /a string of 1 char/],
    ['an item null', reply([item(0), null]), /0 to 1, got undefined/],
    ['an empty vector', reply([item(0), item(1, [])]), /got an array of 0/],
    ['an empty text', reply([item(0), item(1, '')]), /string of 0 char/],
    ['a vector null', reply([item(0), item(1, null)]), /got null/],
    ['an object', reply([item(0), item(1, { 0: 1 })]), /got an object/],
    ['a number', reply([item(0), item(1, 3)]), /embedding 1 .*, got 3/],
    ['no embedding', reply([item(0), { index: 1 }]), /got undefined/],
    ['a text in it', reply([item(0), item(1, [1, '2'])]), /an array of 2/],
    ['a NaN in it', reply([item(0), item(1, [1, NaN])]), /an array of 2/],
    ['Infinity in it', reply([item(0), item(1, [1, 1 / 0])]), /array of 2/],
    [
      'a NaN in base64',
      reply([item(0), item(1, 'AADAfwAAgD8=')]),
      /of 12 char/,
    ],
    ['Infinity in base64', reply([item(0), item(1, 'AACAfwAAgP8=')]), /of 12/],
    ['a null in it', reply([item(0), item(1, [1, null])]), /an array of 2/],
    ['an array in it', reply([item(0), item(1, [[1], 2])]), /an array of 2/],
    ['3 bytes', reply([item(0), item(1, 'AAAA')]), /string of 4 characters/],
    ['no base64', reply([item(0), item(1, '?!?!?!==')]), /of 8 characters/],
    ['one shorter', reply([item(0), item(1, [1])]), /2 dimensions, got .* 1/],
    ['one longer', reply([item(0), item(1, [1, 2, 3])]), /2 dim.*, got .* 3/],
  ])('refuses a reply with %s', async (_name, body, message) => {
    const error = await captureError(() => decodeEmbeddings(body, 2));

    expect(InvalidResponseDataError.isInstance(error)).toBe(true);
    expect(APICallError.isInstance(error)).toBe(false);
    expect(error).toHaveProperty('message', expect.stringMatching(message));
  });

  it('repeats no vector in its error', async () => {
    const error = await captureError(() =>
      decodeEmbeddings(reply([item(0, [123.456, 'x']), item(1)]), 2),
    );
    expect(JSON.stringify(error) + String(error)).not.toContain('123.456');
  });

  it('gives whole vectors of one length or an error, whatever comes', () => {
    const index = fc.oneof(fc.nat(3), fc.jsonValue());
    const embedding = fc.oneof(
      fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
        minLength: 2,
        maxLength: 2,
      }),
      fc.constant(base64([1, 2])),
      fc.jsonValue(),
    );
    const data = fc.oneof(
      fc.array(fc.record({ index, embedding }), { maxLength: 4 }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(data, fc.integer({ min: 1, max: 4 }), (items, count) => {
        try {
          const { embeddings } = decodeEmbeddings({ data: items }, count);
          const length = embeddings[0]?.length ?? 0;

          expect(embeddings).toHaveLength(count);
          expect(length).toBeGreaterThan(0);
          for (const vector of embeddings) {
            expect(vector).toHaveLength(length);
            expect(vector.every(Number.isFinite)).toBe(true);
          }
        } catch (error) {
          if (!InvalidResponseDataError.isInstance(error)) throw error;
        }
      }),
    );
  });
});
