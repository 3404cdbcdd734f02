import { InvalidArgumentError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';
import { createSpeechModel, TEXT } from './support';

const server = await useLocalBaseten();

describe('a speech model', () => {
  it.each([
    [undefined, 'No model URL provided for speech. Please set'],
    ['https://a.co/sync', "You must use a /sync/v1 endpoint (OpenAI's form)"],
    ['https://a.co/run_remote', 'or a /predict endpoint for speech.'],
    ['https://a.co/sync/v1/audio/transcriptions', 'for speech.'],
  ])('is not made with the URL %j', async (modelURL, message) => {
    const error = await captureError(() =>
      createBaseten({ modelURL }).speechModel(),
    );

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ message: expect.stringContaining(message) });
  });

  it.each(['/sync/v1', '/sync/v1/audio/speech', '/predict'])(
    'is made with a URL that ends in %s',
    end => {
      const modelURL = `https://model-abc.api.baseten.co${end}`;
      expect(createBaseten({ modelURL }).speech().provider).toBe(
        'baseten.speech',
      );
    },
  );

  it.each([
    ['openai', { text: '' }, 'Expected text to say something'],
    ['openai', { text: ' \n' }, 'Expected text to say something'],
    [
      'predict',
      { text: TEXT },
      'Orpheus takes "prompt", Kokoro and Chatterbox take "text".',
    ],
    [
      'predict',
      { text: TEXT, providerOptions: { baseten: { textField: 'input' } } },
      'Invalid providerOptions.baseten: textField',
    ],
  ] as const)(
    'in the form of %s refuses %j before it is sent',
    async (form, call, message) => {
      const model = createSpeechModel(server, form);
      const error = await captureError(() => model.doGenerate(call));

      expect(InvalidArgumentError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        message: expect.stringContaining(message),
      });
      expect(server.requests).toEqual([]);
    },
  );
});
