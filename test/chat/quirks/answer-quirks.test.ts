import { describe, expect, it } from 'vitest';
import { useLocalBaseten } from '../../support/use-local-baseten';
import { COUNT, quirkyModels, WEATHER } from '../support/quirky-model';

const server = await useLocalBaseten();
const models = quirkyModels(server);

describe.each(models)('an answer, $way', ({ ask, stream }) => {
  it.each([
    'empty-finish-reason',
    'null-choices',
    'no-choices',
    'message-for-delta',
    'reasoning-beside-empty',
    'reasoning-tokens-at-top',
    'keep-alives',
  ] as const)('is read the same with %s', async quirk => {
    const usual = await ask(COUNT, []);

    expect(usual).toMatchObject({
      text: '1, 2, 3, 4, 5',
      reasoning: expect.stringMatching(/./),
      finishReason: 'stop',
      outputTokens: expect.any(Number),
      reasoningTokens: expect.any(Number),
      errors: [],
    });
    expect(await ask(COUNT, [quirk])).toEqual(usual);
  });

  it('ends by its length when the context is full', async () => {
    const { finishReason, errors } = await ask(COUNT, [
      'context-window-exceeded',
    ]);

    expect({ finishReason, errors }).toEqual({
      finishReason: 'length',
      errors: [],
    });
  });

  it.each(['error-beside-choices', 'error-in-choice'] as const)(
    'is an error with %s',
    async quirk => {
      const { errors, finishReason } = await ask(COUNT, [quirk]);

      expect(errors).toMatchObject([
        { name: 'AI_APICallError', message: 'out of memory' },
      ]);
      expect(finishReason).toBe(stream ? 'error' : undefined);
    },
  );
});

describe.each(models.filter(({ stream }) => stream))(
  'an answer that breaks off, $way',
  ({ ask }) => {
    it.each([
      ['stray-json', 'gone'],
      ['stray-html', '502 Bad Gateway'],
      ['stray-text', 'upstream connect error'],
    ] as const)('is an error with %s before [DONE]', async (quirk, message) => {
      for (const text of [COUNT, WEATHER]) {
        const { toolCalls, finishReason, errors } = await ask(text, [quirk]);

        expect(toolCalls).toEqual([]);
        expect(finishReason).toBe('error');
        expect(errors).toMatchObject([{ name: 'AI_APICallError', message }]);
      }
    });

    it('is an error with [DONE] in the middle of a call', async () => {
      const { toolCalls, finishReason, errors } = await ask(WEATHER, [
        'half-call-then-done',
      ]);

      expect(toolCalls).toEqual([]);
      expect(finishReason).toBe('error');
      expect(errors).toMatchObject([
        {
          name: 'AI_APICallError',
          message: expect.stringContaining('arguments of a tool call'),
          isRetryable: true,
        },
      ]);
    });

    it('is an error when it is overloaded, to be retried', async () => {
      const { errors, toolCalls } = await ask(WEATHER, [
        'overloaded-in-stream',
      ]);

      expect(toolCalls).toEqual([]);
      expect(errors).toMatchObject([
        { message: 'Overloaded', statusCode: undefined, isRetryable: true },
      ]);
    });

    it('is whole at [DONE], though the connection stays open', async () => {
      const { toolCalls, errors, finishReason } = await ask(WEATHER, [], {
        hang: 'after-body',
      });

      expect(toolCalls).toHaveLength(2);
      expect(errors).toEqual([]);
      expect(finishReason).toBe('tool-calls');
      await expect.poll(() => server.requests[0]?.aborted).toBe(true);
    });
  },
);
