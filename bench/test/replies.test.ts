import { expect, test } from 'vitest';
import { decodeEmbeddings } from '../../src/embedding/decode-embeddings';
import { createReplyMaker } from '../server/embedding-replies.mjs';
import { checkVectors } from '../test-data.mjs';

const DIMENSIONS = 16;

function embed(
  format: 'base64' | 'float',
  batches: Array<{ count: number; mark: number }>,
): number[][] {
  const maker = createReplyMaker(format, DIMENSIONS);
  return batches.flatMap(({ count, mark }) => {
    const reply = Buffer.concat(maker.reply(count, mark)).toString();
    return decodeEmbeddings(JSON.parse(reply), count).embeddings;
  });
}

for (const format of ['base64', 'float'] as const) {
  test(`accepts what the server sends as ${format}`, () => {
    const vectors = embed(format, [
      { count: 200, mark: 0 },
      { count: 1, mark: 200 },
    ]);
    checkVectors(vectors, { texts: 201, dimensions: DIMENSIONS });
  });
}

test('refuses batches in another order', () => {
  const vectors = embed('base64', [
    { count: 4, mark: 4 },
    { count: 4, mark: 0 },
  ]);
  expect(() =>
    checkVectors(vectors, { texts: 8, dimensions: DIMENSIONS }),
  ).toThrow('Vector 0 is wrong.');
});

test('refuses vectors in another order within a batch', () => {
  const [first = [], second = [], third = []] = embed('float', [
    { count: 3, mark: 0 },
  ]);
  expect(() =>
    checkVectors([first, third, second], { texts: 3, dimensions: DIMENSIONS }),
  ).toThrow('Vector 1 is wrong.');
});

test('refuses a missing vector', () => {
  const vectors = embed('base64', [{ count: 3, mark: 0 }]);
  expect(() =>
    checkVectors(vectors, { texts: 4, dimensions: DIMENSIONS }),
  ).toThrow('Expected 4 vectors, got 3.');
});
