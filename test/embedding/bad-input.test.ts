import { InvalidArgumentError } from '@ai-sdk/provider';
import { embedMany } from 'ai';
import { describe, expect, it } from 'vitest';
import { captureError } from '../support/capture-error';
import {
  createEmbeddingModel,
  TRANSPORTS,
} from '../support/create-embedding-model';
import { vectorsOf } from '../support/texts';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();

describe.each(TRANSPORTS)('texts over %s', transport => {
  const model = createEmbeddingModel(server, transport);

  it.each([
    ['empty texts', ['', 'a', '']],
    ['white space', [' ', '\n\t', '\u00a0']],
    ['a lone surrogate', ['\ud83e', '\udd8a', 'a\ud83e b']],
    ['control characters', ['\u0000', 'a\u0007b', '\u2028']],
    ['quotes and slashes', ['"', '\\', '\\"', '</script>', '{"a":1}']],
    ['other scripts', ['Ünïcödé', '日本語', '🦊🐕', 'עברית']],
  ])('may hold %s', async (_name, values) => {
    const { embeddings } = await embedMany({ model, values });
    expect(embeddings).toEqual(vectorsOf(values));
  });

  it('may be 10 MB long', async () => {
    const values = ['short', 'word '.repeat(2_000_000), 'also short'];
    const { embeddings } = await embedMany({ model, values });

    expect(embeddings).toEqual(vectorsOf(values));
  });

  it.each([
    ['undefined', [undefined], 'values[0] to be a string, got undefined'],
    ['null', ['a', null], 'values[1] to be a string, got null'],
    ['a number', ['a', 'b', 5], 'values[2] to be a string, got a number'],
    ['an array', [['a']], 'values[0] to be a string, got an array'],
    ['text', 'text', 'values to be an array, got a string'],
    ['nothing', undefined, 'values to be an array, got undefined'],
  ])(
    'are refused when one is or all are %s',
    async (_name, values, message) => {
      // As from JavaScript, where no compiler looks at the values.
      const error = await captureError(() =>
        Reflect.apply(model.doEmbed, model, [{ values }]),
      );

      expect(InvalidArgumentError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        argument: 'values',
        message: `Expected ${message}.`,
      });
      expect(server.requests).toEqual([]);
    },
  );
});

it.each([0, -1, 1.5, Number.NaN])(
  'dimensions of %s are refused before anything is sent',
  async dimensions => {
    const error = await captureError(() =>
      createEmbeddingModel(server, 'native').doEmbed({
        values: ['a'],
        dimensions,
      }),
    );

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: `Expected dimensions to be a positive integer, got ${dimensions}.`,
    });
    expect(server.requests).toEqual([]);
  },
);
