import { APICallError, generateSpeech } from 'ai';
import { describe, expect, it } from 'vitest';
import { speak } from '../../local-baseten/mind/speak';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';
import { createSpeechModel, options, TEXT, textOf } from './support';

const server = await useLocalBaseten();
const openai = createSpeechModel(server, 'openai');
const predict = createSpeechModel(server, 'predict');

const lastBody = () => Object(server.requests.at(-1)?.body);

describe('speech', () => {
  it.each([
    ["a server of OpenAI's form", openai, {}],
    ['Orpheus', predict, options('prompt')],
    ['Kokoro', predict, options('text')],
  ])('of %s is a WAV that players take', async (_name, model, given) => {
    const { audio, warnings, responses } = await generateSpeech({
      model,
      text: TEXT,
      ...given,
    });
    const view = new DataView(audio.uint8Array.slice().buffer);

    expect(audio).toMatchObject({ mediaType: 'audio/wav', format: 'wav' });
    expect(textOf(audio.uint8Array)).toBe(TEXT);
    expect(view.getUint32(4, true)).toBe(audio.uint8Array.length - 8);
    expect(view.getUint32(40, true)).toBe(audio.uint8Array.length - 44);
    expect(warnings).toEqual([]);
    expect(responses[0]).toMatchObject({ modelId: 'speech' });
  });

  it("sends a server of OpenAI's form what it takes", async () => {
    const model = createSpeechModel(server, 'openai', {}, 'qwen3-tts');
    const { warnings } = await generateSpeech({
      model,
      text: TEXT,
      voice: 'ada',
      outputFormat: 'wav',
      speed: 1.5,
      instructions: 'Whisper.',
      language: 'pt',
      providerOptions: { baseten: { task_type: 'CustomVoice' } },
    });

    expect(server.requests[0]?.path).toMatch(/\/sync\/v1\/audio\/speech$/);
    expect(lastBody()).toEqual({
      model: 'qwen3-tts',
      input: TEXT,
      voice: 'ada',
      response_format: 'wav',
      speed: 1.5,
      instructions: 'Whisper.',
      language: 'pt',
      task_type: 'CustomVoice',
    });
    expect(warnings).toEqual([]);
  });

  it.each([
    ['prompt', {}, ['speed', 'outputFormat', 'instructions', 'language']],
    ['text', { speed: 2 }, ['outputFormat', 'instructions', 'language']],
  ] as const)(
    'sends /predict the text as %s and warns of the rest',
    async (textField, sent, lacking) => {
      const { warnings } = await generateSpeech({
        model: predict,
        text: TEXT,
        voice: 'tara',
        speed: 2,
        outputFormat: 'wav',
        instructions: 'Whisper.',
        language: 'pt',
        ...options(textField, { max_tokens: 5 }),
      });

      expect(lastBody()).toEqual({
        [textField]: TEXT,
        voice: 'tara',
        max_tokens: 5,
        ...sent,
      });
      expect(warnings.map(warning => Object(warning).feature)).toEqual(lacking);
    },
  );

  it("warns of a textField in OpenAI's form, and of a model id at /predict", async () => {
    const first = await openai.doGenerate({ text: TEXT, ...options('text') });
    const second = await createSpeechModel(
      server,
      'predict',
      {},
      'orpheus',
    ).doGenerate({ text: TEXT, ...options('prompt') });

    expect(first.warnings).toMatchObject([{ feature: 'textField' }]);
    expect(second.warnings).toMatchObject([{ feature: 'modelId' }]);
  });

  it.each([
    ['base64', { base64: speak(TEXT).toString('base64') }],
    ['audio', { audio: speak(TEXT).toString('base64') }],
    [
      'audio as a data URL',
      { audio: `data:audio/wav;base64,${speak(TEXT).toString('base64')}` },
    ],
  ])('takes sound in JSON as %s', async (_name, body) => {
    server.behave(() => ({ body }));
    const { audio } = await openai.doGenerate({ text: TEXT });

    expect(textOf(audio)).toBe(TEXT);
  });

  it('takes JSON for JSON though the header says sound', async () => {
    server.behave(() => ({
      body: JSON.stringify({ error: 'no voice' }),
      contentType: 'audio/wav',
    }));
    const error = await captureError(() => openai.doGenerate({ text: TEXT }));

    expect(error).toMatchObject({ message: 'no voice' });
  });

  it('takes an error with a status of success for an error', async () => {
    const error = await captureError(() =>
      generateSpeech({
        model: predict,
        text: TEXT,
        ...options('prompt', { end_id: 1 }),
      }),
    );

    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      statusCode: 200,
      isRetryable: false,
      message: 'end_id is not supported',
      requestBodyValues: { prompt: TEXT, end_id: 1 },
    });
  });

  it('warns of a WAV without a header', async () => {
    server.behave(() => ({ body: 'raw samples', contentType: 'audio/wav' }));
    const { audio, warnings } = await openai.doGenerate({ text: TEXT });

    expect(Buffer.from(audio).toString()).toBe('raw samples');
    expect(warnings).toMatchObject([
      { message: expect.stringContaining('may be raw PCM samples') },
    ]);
  });

  it('leaves the type to the bytes where the header lies', async () => {
    server.behave(() => ({ body: 'OggS and so on', contentType: 'audio/wav' }));
    const { audio } = await generateSpeech({ model: openai, text: TEXT });

    expect(audio.mediaType).toBe('audio/ogg');
  });

  it('says what the server says and is ended by the caller and by its own time', async () => {
    server.behave(() => ({ status: 422, body: { detail: 'no such voice' } }));
    const refused = await captureError(() => openai.doGenerate({ text: TEXT }));
    server.behave(() => ({ hang: true }));
    const aborted = await captureError(() =>
      openai.doGenerate({ text: TEXT, abortSignal: AbortSignal.timeout(50) }),
    );
    const late = await captureError(() =>
      openai.doGenerate({
        text: TEXT,
        providerOptions: { baseten: { timeoutSeconds: 1 } },
      }),
    );

    expect(refused).toMatchObject({
      message: 'no such voice',
      statusCode: 422,
    });
    expect(aborted).toMatchObject({ name: 'TimeoutError' });
    expect(late).toMatchObject({ isRetryable: true });
  });
});
