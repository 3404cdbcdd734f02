import {
  type TranscriptionModelV4CallOptions as CallOptions,
  InvalidArgumentError,
} from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { createLongAudio } from '../support/create-long-audio';
import { useLocalBaseten } from '../support/use-local-baseten';
import { CALL, createTranscriptionModel } from './support';

const server = await useLocalBaseten();

describe('a transcription model', () => {
  it.each([
    [undefined, 'No model URL provided for transcription. Please set'],
    ['https://a.co/sync', 'You must use a /sync/v1 endpoint'],
    ['https://a.co/async_predict', 'or a /predict or /run_remote endpoint'],
    ['https://a.co/sync/v1/audio/speech', 'for transcription.'],
  ])('is not made with the URL %j', async (modelURL, message) => {
    const error = await captureError(() =>
      createBaseten({ modelURL }).transcriptionModel(),
    );

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringContaining(message),
    });
  });

  it.each([
    '/sync/v1',
    '/sync/v1/audio/transcriptions',
    '/predict',
    '/environments/staging/predict/',
    '/run_remote',
  ])('is made with a URL that ends in %s', end => {
    const modelURL = `https://model-abc.api.baseten.co${end}`;
    expect(createBaseten({ modelURL }).transcription().provider).toBe(
      'baseten.transcription',
    );
  });
});

describe.each(['whisper', 'openai'] as const)('in the form of %s', form => {
  const model = createTranscriptionModel(server, form);

  it.each<[name: string, input: () => Partial<CallOptions>, message: string]>([
    [
      'empty audio',
      () => ({ audio: new Uint8Array() }),
      'Expected audio to hold sound, got 0 bytes.',
    ],
    [
      'an empty text',
      () => ({ audio: '' }),
      'Expected audio to hold sound, got 0 bytes.',
    ],
    [
      'a text',
      () => ({ audio: 'Hello there, what is this?' }),
      'Expected audio to be bytes or base64, got a string of 26 characters.',
    ],
    [
      'a URL in text',
      () => ({ audio: 'https://example.com/a.wav' }),
      'Pass a URL as a URL object.',
    ],
    [
      'a text file',
      () => ({ mediaType: 'text/plain' }),
      'one of audio or video, got "text/plain"',
    ],
    [
      'no media type',
      () => ({ mediaType: '' }),
      'one of audio or video, got ""',
    ],
    [
      'more than 100 MB',
      () => ({ audio: createLongAudio() }),
      `got ${form === 'whisper' ? 134 : 101} MB. Pass the audio as a URL to a Whisper deployment`,
    ],
    [
      'an option of a wrong type',
      () => ({ providerOptions: { baseten: { enableVad: 'yes' } } }),
      'Invalid providerOptions.baseten: enableVad',
    ],
  ])('%s is refused before it is sent', async (_name, input, message) => {
    const error = await captureError(() =>
      model.doGenerate({ ...CALL, ...input() }),
    );

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ message: expect.stringContaining(message) });
    expect(server.requests).toEqual([]);
  });

  it('sound of an unknown kind is sent as it is', async () => {
    const { text } = await model.doGenerate({
      audio: new Uint8Array([1, 2, 3]),
      mediaType: 'audio/x-unknown',
    });

    expect(text).toBe('This is a sound of 3 bytes.');
  });
});
