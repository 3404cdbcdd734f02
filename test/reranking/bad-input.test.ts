import { InvalidArgumentError } from '@ai-sdk/provider';
import { rerank } from 'ai';
import { describe, expect, it } from 'vitest';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';
import { createModel, QUERY } from './support';

const server = await useLocalBaseten();

const circular = { self: {} };
circular.self = circular;

describe('a call', () => {
  it.each([
    ['query', { query: 1 }, 'query to be a string, got a number'],
    [
      'documents',
      { documents: { type: 'text', values: ['a', null] } },
      'documents[1] to be a string, got null',
    ],
    [
      'documents',
      { documents: { type: 'text', values: 'text' } },
      'documents to be an array, got a string',
    ],
    [
      'documents',
      { documents: { type: 'object', values: { a: 1 } } },
      'documents to be an array, got an object',
    ],
    [
      'documents',
      { documents: { type: 'object', values: [undefined] } },
      'documents[0] to be a string, got undefined',
    ],
    [
      'documents',
      { documents: { type: 'object', values: [{}, circular] } },
      'documents[1] to be an object that JSON can hold',
    ],
    ['topN', { topN: '5' }, 'topN to be a positive integer, got a string'],
    ['topN', { topN: 1.5 }, 'topN to be a positive integer, got 1.5'],
    ['topN', { topN: -1 }, 'topN to be a positive integer, got -1'],
  ])('refuses a wrong %s: %j', async (argument, wrong, message) => {
    const model = createModel(server, 'http');
    // As from JavaScript, where no compiler looks at the call.
    const error = await captureError(() =>
      Reflect.apply(model.doRerank, model, [
        { query: QUERY, documents: { type: 'text', values: ['a'] }, ...wrong },
      ]),
    );

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      argument,
      message: expect.stringContaining(`Expected ${message}`),
    });
    expect(server.requests).toEqual([]);
  });

  it.each([
    { batchSize: 0 },
    { maxConcurrentRequests: 513 },
    { timeoutSeconds: Number.NaN },
    { rawScores: 'yes' },
    { truncationDirection: 'left' },
  ])('refuses the options %j', async baseten => {
    const error = await captureError(() =>
      rerank({
        model: createModel(server, 'http'),
        query: QUERY,
        documents: ['a'],
        providerOptions: { baseten },
      }),
    );

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringContaining(Object.keys(baseten)[0] ?? ''),
    });
  });
});
