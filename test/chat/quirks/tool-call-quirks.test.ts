import { describe, expect, it } from 'vitest';
import type { ChatQuirk } from '../../../local-baseten';
import { useLocalBaseten } from '../../support/use-local-baseten';
import { quirkyModels, WEATHER } from '../support/quirky-model';

const server = await useLocalBaseten();

/** Alone and together. */
const QUIRKS: ChatQuirk[][] = [
  ['index-zero'],
  ['index-zero', 'whole-tool-call-delta'],
  ['index-zero', 'no-tool-call-id'],
  ['index-zero', 'name-repeated'],
  ['index-zero', 'new-tool-call-id-per-delta'],
  ['index-zero', 'shared-tool-call-id'],
  ['no-tool-call-id'],
  ['tool-call-sent-again'],
  ['tool-call-sent-again', 'no-tool-call-id'],
  ['tool-call-sent-again', 'index-zero'],
  ['tool-call-sent-again', 'new-tool-call-id-per-delta'],
  ['object-arguments'],
  ['object-arguments', 'index-zero', 'no-tool-call-id'],
  ['channel-marker-in-name'],
  ['channel-marker-in-name', 'name-repeated', 'index-zero'],
  ['empty-finish-reason'],
  ['extra-content', 'index-zero'],
  ['message-for-delta', 'keep-alives', 'null-choices'],
];

const TIME_AND_WEATHER =
  'In parallel: what is the current time, and what is the weather in Paris?';

describe.each(quirkyModels(server))('two calls, $way', ({ ask, stream }) => {
  it.each(QUIRKS.map(quirks => ({ quirks })))(
    'come out as these with $quirks',
    async ({ quirks }) => {
      const { toolCalls, errors, finishReason } = await ask(WEATHER, quirks);

      expect(errors).toEqual([]);
      expect(toolCalls).toMatchObject([
        { name: 'get_weather', input: '{"city":"Paris"}' },
        { name: 'get_weather', input: '{"city":"Tokyo"}' },
      ]);
      expect(new Set(toolCalls.map(({ id }) => id)).size).toBe(2);
      expect(finishReason).toBe('tool-calls');
    },
  );

  it.each(['finish-abort', 'finish-error'] as const)(
    'are held back with %s, an error that can be retried',
    async quirk => {
      const { toolCalls, errors, finishReason } = await ask(WEATHER, [quirk]);
      const raw = quirk.replace('finish-', '');

      expect(toolCalls).toEqual([]);
      expect(errors).toMatchObject([
        {
          name: 'AI_APICallError',
          message: `The server gave up before the reply was complete: its finish reason is "${raw}".`,
          isRetryable: true,
        },
      ]);
      expect(finishReason).toBe(stream ? 'error' : undefined);
    },
  );

  it.each<{ quirks: ChatQuirk[] }>([
    { quirks: [] },
    { quirks: ['index-zero'] },
    { quirks: ['index-zero', 'no-tool-call-id'] },
    { quirks: ['index-zero', 'shared-tool-call-id'] },
    { quirks: ['index-zero', 'whole-tool-call-delta'] },
  ])('may be one without arguments, with $quirks', async ({ quirks }) => {
    const { toolCalls, errors } = await ask(TIME_AND_WEATHER, [
      'empty-arguments',
      'whole-tool-call-delta',
      ...quirks,
    ]);

    expect(errors).toEqual([]);
    expect(toolCalls).toHaveLength(2);
    expect(toolCalls).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ name: 'get_time', input: '{}' }),
        expect.objectContaining({
          name: 'get_weather',
          input: '{"city":"Paris"}',
        }),
      ]),
    );
  });

  it.each<{ quirks: ChatQuirk[] }>([
    { quirks: [] },
    { quirks: ['index-zero'] },
    // Without an id too, two of these look like one with its name said twice.
    { quirks: ['index-zero', 'whole-tool-call-delta'] },
  ])(
    'may be of one tool without arguments, with $quirks',
    async ({ quirks }) => {
      const { toolCalls, errors } = await ask(WEATHER, [
        'without-arguments',
        ...quirks,
      ]);

      expect(errors).toEqual([]);
      expect(toolCalls).toMatchObject([
        { name: 'get_weather', input: '{}' },
        { name: 'get_weather', input: '{}' },
      ]);
    },
  );
});
