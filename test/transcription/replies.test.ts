import { APICallError, InvalidResponseDataError } from '@ai-sdk/provider';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../../local-baseten';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';
import { CALL, createTranscriptionModel } from './support';

const server = await useLocalBaseten();
const models = {
  whisper: createTranscriptionModel(server, 'whisper'),
  openai: createTranscriptionModel(server, 'openai'),
};
const GOOD = {
  whisper: {
    language_code: 'en',
    segments: [{ text: 'Hi', start_time: 0, end_time: 1 }],
  },
  openai: { text: 'Hi', segments: [{ text: 'Hi', start: 0, end: 1 }] },
};

async function reply(form: keyof typeof models, behaviour: Behaviour) {
  server.behave(() => behaviour);
  return await models[form].doGenerate(CALL);
}

describe('a reply', () => {
  it.each([
    ['whisper', {}],
    ['whisper', null],
    ['whisper', []],
    ['whisper', { text: 'Hi' }],
    ['whisper', { segments: {} }],
    ['whisper', { segments: [null] }],
    ['whisper', { segments: [{ text: 'Hi' }] }],
    ['whisper', { segments: [{ text: 1, start_time: 0, end_time: 1 }] }],
    ['whisper', { segments: [{ text: 'a', start_time: '0', end_time: 1 }] }],
    [
      'whisper',
      { segments: [{ ...GOOD.whisper.segments[0], word_timestamps: [{}] }] },
    ],
    ['openai', {}],
    ['openai', 'Hi'],
    ['openai', { text: null }],
    ['openai', { text: 'Hi', segments: {} }],
    ['openai', { text: 'Hi', segments: [{}] }],
    ['openai', { text: 'Hi', words: [{ word: 'Hi' }] }],
  ] as const)(
    'of %s that is %j is an InvalidResponseDataError',
    async (form, body) => {
      const error = await captureError(() =>
        reply(form, { body: JSON.stringify(body) }),
      );

      expect(InvalidResponseDataError.isInstance(error)).toBe(true);
    },
  );

  it.each<[name: string, behaviour: Behaviour, isRetryable: boolean]>([
    ['is a page', { body: '<html></html>', contentType: 'text/html' }, false],
    ['is plain text', { body: 'Hi', contentType: 'text/plain' }, false],
    ['was cut', { cut: 'in-body' }, true],
    ['was cut before the headers', { cut: 'before-headers' }, true],
  ])('that %s is an APICallError', async (_name, behaviour, isRetryable) => {
    for (const form of ['whisper', 'openai'] as const) {
      const error = await captureError(() => reply(form, behaviour));

      expect(APICallError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({ isRetryable });
    }
  });

  it('that is broken at random gives no wrong text', async () => {
    const broken = fc.tuple(
      fc.constantFrom('whisper' as const, 'openai' as const),
      fc.constantFrom('text', 'segments', 'words', 'start', 'start_time'),
      fc.constantFrom(null, '', 'text', {}, [], [null], true, -1, 0.5, 1e9),
      fc.boolean(),
    );

    await fc.assert(
      fc.asyncProperty(broken, async ([form, field, value, isInside]) => {
        const [segment] = GOOD[form].segments;
        const body = isInside
          ? { ...GOOD[form], segments: [{ ...segment, [field]: value }] }
          : { ...GOOD[form], [field]: value };
        const result = await reply(form, { body }).catch(
          (error: unknown) => error,
        );

        if (!InvalidResponseDataError.isInstance(result)) {
          const said =
            form === 'openai'
              ? Object(body).text
              : Object(body)
                  .segments.map((each: unknown) => Object(each).text)
                  .join(' ');
          expect(Object(result).text).toBe(said);
          for (const { startSecond, endSecond } of Object(result).segments) {
            expect(startSecond).toBeGreaterThanOrEqual(0);
            expect(endSecond).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
