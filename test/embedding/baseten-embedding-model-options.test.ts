import { InvalidArgumentError } from '@ai-sdk/provider';
import { embed, embedMany } from 'ai';
import { describe, expect, it } from 'vitest';
import type { BasetenEmbeddingModelOptions } from '../../src';
import { captureError } from '../support/capture-error';
import {
  createEmbeddingModel,
  TRANSPORTS,
} from '../support/create-embedding-model';
import { createTexts, textsOf, vectorsOf } from '../support/texts';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();

describe.each(TRANSPORTS)('embedding options over %s', transport => {
  const model = createEmbeddingModel(server, transport);
  const embedOne = (
    baseten: BasetenEmbeddingModelOptions,
    dimensions?: number,
  ) =>
    embed({
      model,
      value: 'a',
      ...(dimensions != null && { dimensions }),
      providerOptions: { baseten },
    });

  it('sends the dimensions of the call', async () => {
    const { embedding } = await embed({ model, value: 'a', dimensions: 4 });

    expect(embedding).toEqual(vectorsOf(['a'], 4)[0]);
    expect(server.requests[0]?.body).toHaveProperty('dimensions', 4);
  });

  it('sends the dimensions of the options', async () => {
    const { embedding } = await embedOne({ dimensions: 4 });

    expect(embedding).toEqual(vectorsOf(['a'], 4)[0]);
  });

  it('prefers the dimensions of the options', async () => {
    await embedOne({ dimensions: 4 }, 2);

    expect(server.requests[0]?.body).toHaveProperty('dimensions', 4);
  });

  it('keeps the dimensions of the call when the option is undefined', async () => {
    await embedOne({ dimensions: undefined }, 2);

    expect(server.requests[0]?.body).toHaveProperty('dimensions', 2);
  });

  it('sends the user', async () => {
    await embedOne({ user: 'user-1' });

    expect(server.requests[0]?.body).toHaveProperty('user', 'user-1');
  });

  it.each(['base64', 'float'] as const)('asks for %s', async encodingFormat => {
    const { embedding } = await embedOne({ encodingFormat });

    expect(embedding).toEqual(vectorsOf(['a'])[0]);
    expect(server.requests[0]?.body).toHaveProperty(
      'encoding_format',
      encodingFormat,
    );
  });

  it.each(['base64', 'float'] as const)(
    'accepts what came when it asked for %s and got the other',
    async encodingFormat => {
      const other = encodingFormat === 'float' ? base64 : numbers;
      server.behave(() => ({
        body: { data: [{ index: 0, embedding: other }] },
      }));
      const { embedding } = await embedOne({ encodingFormat });

      expect(embedding).toEqual(numbers);
    },
  );

  it('splits by the batch size', async () => {
    const providerOptions = { baseten: { batchSize: 3 } };
    const values = createTexts(8);
    const { embeddings } = await embedMany({ model, values, providerOptions });

    expect(embeddings).toEqual(vectorsOf(values));
    expect(
      server.requests.map(request => textsOf(request).length).sort(),
    ).toEqual([2, 3, 3]);
  });

  it('sends other keys in the body untouched', async () => {
    const others = {
      truncate: true,
      label: 'x',
      limit: 1.5,
      nothing: null,
      list: [1, 'two', { three: [] }],
      nested: { snake_case: { camelCase: -1 } },
    };
    await embed({ model, value: 'a', providerOptions: { baseten: others } });

    expect(server.requests[0]?.body).toEqual({
      model: 'embeddings',
      input: ['a'],
      encoding_format: 'base64',
      ...others,
    });
  });

  it('reads the names of openai-compatible, where baseten wins', async () => {
    const { warnings } = await model.doEmbed({
      values: ['a'],
      providerOptions: {
        'openai-compatible': { user: 'one', dimensions: 4, old: true },
        openaiCompatible: { user: 'two', dimensions: 2 },
        baseten: { user: 'three' },
      },
    });

    expect(server.requests[0]?.body).toMatchObject({
      user: 'three',
      dimensions: 2,
      old: true,
    });
    expect(warnings).toEqual([
      {
        type: 'deprecated',
        setting: "providerOptions key 'openai-compatible'",
        message: "Use 'baseten' instead.",
      },
    ]);
  });

  it('sends nothing for the options that are its own', async () => {
    await embedOne({
      batchSize: 5,
      maxConcurrentRequests: 5,
      timeoutSeconds: 5,
      dimensions: undefined,
      user: undefined,
    });

    expect(server.requests[0]?.body).toEqual({
      model: 'embeddings',
      input: ['a'],
      encoding_format: 'base64',
    });
  });
});

const numbers = [0.5, -0.25, 1];
const base64 = Buffer.from(Float32Array.from(numbers).buffer).toString(
  'base64',
);

describe('validation of embedding options', () => {
  const model = createEmbeddingModel(server, 'http');
  // As from JavaScript, where no compiler looks at the options.
  const doEmbed = (
    name: string,
    value: unknown,
  ): ReturnType<typeof model.doEmbed> =>
    Reflect.apply(model.doEmbed, model, [
      { values: ['a'], providerOptions: { baseten: { [name]: value } } },
    ]);

  it.each([
    ['dimensions', [0, -1, 1.5, NaN, Infinity, '8', null, true]],
    ['user', [1, null, {}]],
    ['encodingFormat', ['int8', 'BASE64', 1, null]],
    ['batchSize', [0, -1, 1025, 1.5, NaN, Infinity, '128', null]],
    ['maxConcurrentRequests', [0, -1, 513, 1.5, NaN, Infinity, '32', null]],
    ['timeoutSeconds', [0, 0.5, -1, 3601, NaN, Infinity, '600', null]],
    ['other', [NaN, Infinity, 1n, () => {}, new Date()]],
  ])('names %s when it is wrong', async (name, wrongValues) => {
    for (const value of wrongValues) {
      const error = await captureError(() => doEmbed(name, value));

      expect(InvalidArgumentError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        argument: 'providerOptions',
        message: expect.stringMatching(
          `^Invalid providerOptions.baseten: ${name}: `,
        ),
      });
    }
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['dimensions', [1, 8]],
    ['batchSize', [1, 128, 1024]],
    ['maxConcurrentRequests', [1, 32, 512]],
    ['timeoutSeconds', [1, 1.5, 600, 3600]],
  ])('accepts %s up to its limits', async (name, values) => {
    for (const value of values) {
      expect((await doEmbed(name, value)).embeddings).toHaveLength(1);
    }
  });

  it('names every option that is wrong', async () => {
    const error = await captureError(() =>
      model.doEmbed({
        values: ['a'],
        providerOptions: { baseten: { batchSize: 0, user: 5 } },
      }),
    );

    expect(error).toHaveProperty(
      'message',
      expect.stringMatching(/: user: .*; batchSize: /),
    );
  });
});
