import { APICallError, InvalidResponseDataError } from '@ai-sdk/provider';
import { generateSpeech, NoSpeechGeneratedError } from 'ai';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../../local-baseten';
import { speak, type WavSizes } from '../../local-baseten/mind/speak';
import { mendWav } from '../../src/speech/mend-wav';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';
import { createSpeechModel, TEXT, textOf } from './support';

const server = await useLocalBaseten();
const model = createSpeechModel(server, 'openai');

async function reply(behaviour: Behaviour) {
  server.behave(() => behaviour);
  return await generateSpeech({ model, text: TEXT, maxRetries: 0 });
}

describe('a reply', () => {
  it.each<[name: string, behaviour: Behaviour]>([
    ['a page', { body: '<html></html>', contentType: 'text/html' }],
    ['text', { body: 'Hello', contentType: 'text/plain' }],
    ['half of a JSON text', { body: '{"audio": "' }],
    ['JSON that is no object', { body: '"sound"' }],
    ['JSON without sound', { body: {} }],
    ['JSON with another sound', { body: { base64: 17 } }],
    ['JSON with no base64', { body: { audio: '***' } }],
  ])('that is %s is an InvalidResponseDataError', async (_name, behaviour) => {
    const error = await captureError(() => reply(behaviour));

    expect(InvalidResponseDataError.isInstance(error)).toBe(true);
  });

  it.each<[name: string, behaviour: Behaviour]>([
    ['was cut', { cut: 'in-body' }],
    ['was cut before the headers', { cut: 'before-headers' }],
  ])(
    'that %s is an APICallError that can be tried again',
    async (_name, behaviour) => {
      const error = await captureError(() => reply(behaviour));

      expect(APICallError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({ isRetryable: true });
    },
  );

  it.each<[name: string, behaviour: Behaviour]>([
    ['is empty', { body: '', contentType: 'audio/wav' }],
    ['holds an empty sound', { body: { audio: '' } }],
  ])(
    "that %s is the AI SDK's NoSpeechGeneratedError",
    async (_name, behaviour) => {
      const error = await captureError(() => reply(behaviour));

      expect(NoSpeechGeneratedError.isInstance(error)).toBe(true);
    },
  );

  it('of random bytes comes as it is, or is a typed error', async () => {
    const types = ['audio/wav', 'audio/mpeg', 'application/json', 'text/html'];
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 }),
        fc.constantFrom(...types),
        async (body, contentType) => {
          const result: unknown = await reply({ body, contentType }).catch(
            (error: unknown) => error,
          );

          if (
            !InvalidResponseDataError.isInstance(result) &&
            !APICallError.isInstance(result)
          ) {
            const { audio } = Object(result);
            expect(Buffer.from(audio.uint8Array).toString()).toBe(body);
            expect(contentType).toMatch(/^audio/);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('mendWav', () => {
  it.each<WavSizes>(['right', 'zero', 'all-ones'])(
    'makes the sizes right that are %s',
    sizes => {
      expect(mendWav(new Uint8Array(speak(TEXT, sizes)))).toEqual(
        new Uint8Array(speak(TEXT)),
      );
    },
  );

  it('keeps what is no WAV, and sizes that are given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), bytes => {
        expect(mendWav(bytes.slice())).toEqual(bytes);
      }),
    );
    const given = new Uint8Array(speak(TEXT));
    given[40] = 7;
    expect(mendWav(given.slice())).toEqual(given);
  });

  it('ends with any bytes after the header of a WAV', () => {
    const start = speak(TEXT).subarray(0, 12);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        const wav = new Uint8Array([...start, ...bytes]);
        expect(mendWav(wav)).toHaveLength(wav.length);
      }),
    );
  });

  it.each(['abcd', 'abc'])('finds the sound behind the chunk "%s"', content => {
    const sound = speak(TEXT, 'zero');
    // A chunk of odd length has a byte more than its size says.
    const list = Buffer.from(
      `LIST${String.fromCharCode(content.length)}\0\0\0${content.padEnd(4, '\0')}`,
    );
    const wav = Buffer.concat([
      sound.subarray(0, 36),
      list,
      sound.subarray(36),
    ]);
    const mended = Buffer.from(mendWav(new Uint8Array(wav)));

    expect(mended.readUInt32LE(52)).toBe(sound.length - 44);
    expect(textOf(mended)).toBeDefined();
  });
});
