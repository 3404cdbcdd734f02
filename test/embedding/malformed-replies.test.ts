import { APICallError, InvalidResponseDataError } from '@ai-sdk/provider';
import { embedMany } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import { captureError } from '../support/capture-error';
import {
  createEmbeddingModel,
  TRANSPORTS,
} from '../support/create-embedding-model';
import { createTexts, textsOf, vectorsOf } from '../support/texts';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();

const embeddingReplySchema = z.looseObject({
  data: z.array(z.looseObject({ index: z.number(), embedding: z.string() })),
});
type Items = z.infer<typeof embeddingReplySchema>['data'];

/** Changes the items of a usual reply. */
function withItems(change: (items: Items) => unknown) {
  return (reply: unknown) => {
    const { data, ...rest } = embeddingReplySchema.parse(reply);
    return { ...rest, data: change(data) };
  };
}

/** Changes the second item of a usual reply. */
function withSecond(change: (embedding: string) => unknown) {
  return withItems(items =>
    items.map((item, position) =>
      position === 1 ? { ...item, embedding: change(item.embedding) } : item,
    ),
  );
}

const malformed: Record<string, (reply: unknown) => unknown> = {
  'an item too few': withItems(items => items.slice(1)),
  'an item too many': withItems(items => [...items, { ...items[0], index: 3 }]),
  'no items': withItems(() => []),
  'no data': withItems(() => undefined),
  'data that is null': withItems(() => null),
  'data that is an object': withItems(items => ({ ...items })),
  'a missing index': withItems(([first, ...others]) => [
    { ...first, index: undefined },
    ...others,
  ]),
  'a repeated index': withItems(items =>
    items.map(item => ({ ...item, index: 0 })),
  ),
  'a foreign index': withItems(items =>
    items.map(item => ({ ...item, index: item.index + 1 })),
  ),
  'an index in text': withItems(items =>
    items.map(item => ({ ...item, index: String(item.index) })),
  ),
  'an empty vector': withSecond(() => ''),
  'an empty array': withSecond(() => []),
  null: withSecond(() => null),
  'an object': withSecond(() => ({})),
  'a number': withSecond(() => 1),
  'a shorter vector': withSecond(text => text.slice(0, 16)),
  'base64 of a wrong length': withSecond(text => text.slice(0, -4)),
  'cut base64': withSecond(text => text.slice(0, -3)),
  'characters that are no base64': withSecond(text => `?${text.slice(1)}`),
  'a hidden character': withSecond(text => `\u0141${text.slice(1)}`),
  'a string among numbers': withSecond(() => [1, 2, '3', 4, 5, 6, 7, 8]),
  'null among numbers': withSecond(() => [1, 2, null, 4, 5, 6, 7, 8]),
  'text for the reply': () => 'nothing',
  'null for the reply': () => null,
  'an array for the reply': () => [],
};

describe.each(TRANSPORTS)('a malformed reply over %s', transport => {
  it.each(Object.entries(malformed))(
    'is refused and not retried when it has %s',
    async (_name, transform) => {
      server.behave(() => ({ transform }));
      const model = createEmbeddingModel(server, transport);
      const error = await captureError(() =>
        embedMany({ model, values: ['a', 'b', 'c'] }),
      );

      expect(InvalidResponseDataError.isInstance(error)).toBe(true);
      expect(APICallError.isInstance(error)).toBe(false);
      expect(error).toHaveProperty(
        'message',
        expect.stringMatching(/^Invalid reply: expected .*, got /),
      );
      expect(server.requests).toHaveLength(1);
    },
  );

  it('is refused when its vectors differ in length from another batch', async () => {
    server.behave(request => ({
      transform: withItems(items =>
        textsOf(request).includes('text number 0')
          ? items
          : items.map(item => ({ ...item, embedding: [1, 2, 3] })),
      ),
    }));
    const model = createEmbeddingModel(server, transport);
    const error = await captureError(() =>
      embedMany({ model, values: createTexts(200) }),
    );

    expect(InvalidResponseDataError.isInstance(error)).toBe(true);
    expect(error).toHaveProperty(
      'message',
      'Invalid reply: expected all embeddings to have 8 dimensions, got one with 3.',
    );
    expect(server.requests).toHaveLength(2);
  });

  it('is none when items are merely in another order', async () => {
    server.behave(() => ({ transform: withItems(items => items.reverse()) }));
    const model = createEmbeddingModel(server, transport);
    const values = createTexts(300);
    const { embeddings } = await embedMany({ model, values });

    expect(embeddings).toEqual(vectorsOf(values));
  });
});
