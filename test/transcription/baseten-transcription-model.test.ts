import { setTimeout } from 'node:timers/promises';
import { APICallError, transcribe } from 'ai';
import { describe, expect, it } from 'vitest';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';
import { CALL, createTranscriptionModel, SAID, SOUND } from './support';

const server = await useLocalBaseten();
const whisper = createTranscriptionModel(server, 'whisper');
const openai = createTranscriptionModel(server, 'openai');

const lastBody = () => Object(server.requests.at(-1)?.body);

describe.each([
  { form: 'whisper', model: whisper },
  { form: 'openai', model: openai },
] as const)('a transcription in the form of $form', ({ form, model }) => {
  it('gives the text', async () => {
    const { text, warnings, responses } = await transcribe({
      model,
      audio: SOUND,
    });

    expect(text).toBe(SAID);
    expect(warnings).toEqual([]);
    expect(responses[0]).toMatchObject({
      modelId: 'transcription',
      timestamp: expect.any(Date),
      headers: { 'x-baseten-request-id': expect.any(String) },
    });
  });

  it('gives segments and words with their times when asked', async () => {
    const { segments, words, language, durationInSeconds } = await transcribe({
      model,
      audio: SOUND,
      timestampGranularities: ['segment', 'word'],
    });

    expect(segments.map(({ text }) => text)).toEqual([
      'The train leaves at nine.',
      'It stops in Porto.',
    ]);
    expect(words?.map(({ text }) => text)).toEqual(SAID.split(' '));
    expect(words?.at(-1)?.endSecond).toBe(segments.at(-1)?.endSecond);
    expect(language).toBe('en');
    expect(durationInSeconds).toBeCloseTo(0.44);
  });

  it('takes base64', async () => {
    const { text } = await model.doGenerate({
      ...CALL,
      audio: Buffer.from(SOUND).toString('base64'),
    });

    expect(text).toBe(SAID);
  });

  it('sends the key, and the headers of the call', async () => {
    await model.doGenerate({ ...CALL, headers: { 'x-user': 'ada' } });

    expect(server.requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${server.apiKey}`,
      'x-user': 'ada',
      'user-agent': expect.stringContaining('ai-sdk/baseten/'),
    });
  });

  it("says what the server says, and tries again as the AI SDK's rule is", async () => {
    server.behave((_request, count) =>
      count === 0
        ? { status: 503, headers: { 'retry-after-ms': '1' } }
        : { status: 400, body: { error: 'too noisy' } },
    );
    const error = await captureError(() => transcribe({ model, audio: SOUND }));

    const { lastError } = Object(error);

    expect(APICallError.isInstance(lastError)).toBe(true);
    expect(lastError).toMatchObject({ message: 'too noisy', statusCode: 400 });
    expect(server.requests).toHaveLength(2);
  });

  it('takes an error with a status of success for an error', async () => {
    server.behave(() => ({ body: { error: 'the model is not loaded' } }));
    const error = await captureError(() => model.doGenerate(CALL));

    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ message: 'the model is not loaded' });
  });

  it('ends as soon as it is aborted', async () => {
    server.behave(() => ({ hang: true }));
    const error = await captureError(() =>
      model.doGenerate({ ...CALL, abortSignal: AbortSignal.timeout(50) }),
    );

    expect(error).toMatchObject({ name: 'TimeoutError' });
  });

  it.each([
    ['beforehand', AbortSignal.abort.bind(AbortSignal), () => ''],
    [
      'while a key is loaded',
      (reason: Error) => {
        const controller = new AbortController();
        setImmediate(() => controller.abort(reason));
        return controller.signal;
      },
      () => setTimeout(20),
    ],
  ])('sends nothing when it is aborted %s', async (_when, abort, wait) => {
    const reason = new Error('stop');
    const error = await captureError(() =>
      createTranscriptionModel(server, form, {
        apiKey: async () => {
          await wait();
          return server.apiKey;
        },
      }).doGenerate({ ...CALL, abortSignal: abort(reason) }),
    );

    expect(error).toBe(reason);
    expect(server.requests).toEqual([]);
  });

  it('ends when its own time is over', async () => {
    server.behave(() => ({ hang: true }));
    const error = await captureError(() =>
      model.doGenerate({
        ...CALL,
        providerOptions: { baseten: { timeoutSeconds: 1 } },
      }),
    );

    expect(error).toMatchObject({
      message: expect.stringMatching(/to answer within 1 s, got nothing/),
      isRetryable: true,
    });
  });

  it('goes through a custom fetch', async () => {
    let urls = '';
    const custom = createTranscriptionModel(server, form, {
      fetch: async (input, init) => {
        urls += input;
        return await fetch(input, init);
      },
    });
    await custom.doGenerate(CALL);

    expect(urls).toMatch(
      form === 'whisper' ? /\/predict$/ : /\/sync\/v1\/audio\/transcriptions$/,
    );
  });

  it('does not repeat the sound in an error', async () => {
    server.behave(() => ({ status: 500 }));
    const error = await captureError(() => model.doGenerate(CALL));
    const { requestBodyValues } = Object(error);

    expect(JSON.stringify(requestBodyValues).length).toBeLessThan(300);
  });
});

describe("Baseten's Whisper", () => {
  it('gets the audio as base64, and detects the language', async () => {
    await whisper.doGenerate(CALL);

    expect(lastBody()).toEqual({
      whisper_input: {
        audio: { audio_b64: Buffer.from(SOUND).toString('base64') },
        whisper_params: { audio_language: 'auto' },
      },
    });
  });

  it('gets a URL as it is: nothing is downloaded', async () => {
    const url = new URL('https://example.com/a.mp3?signature=1');
    const { text } = await transcribe({ model: whisper, audio: url });

    expect(server.requests).toHaveLength(1);
    expect(lastBody().whisper_input.audio).toEqual({ url: url.href });
    expect(text).not.toBe('');
  });

  it('gets typed options by the names of the wire, others as they are', async () => {
    const { providerMetadata } = await whisper.doGenerate({
      ...CALL,
      providerOptions: {
        baseten: {
          prompt: 'Porto, Lisbon',
          language: 'pt',
          outputLanguage: 'en',
          showWordTimestamps: true,
          enableDiarization: true,
          enableVad: true,
        },
      },
    });

    expect(lastBody().whisper_input.whisper_params).toEqual({
      prompt: 'Porto, Lisbon',
      audio_language: 'pt',
      output_language: 'en',
      show_word_timestamps: true,
      enable_diarization: true,
      enable_vad: true,
    });
    expect(providerMetadata?.baseten?.segments).toEqual([
      { speaker: 'SPEAKER_00', logProbability: -0.25 },
      { speaker: 'SPEAKER_01', logProbability: -0.25 },
    ]);
  });

  it('refuses unknown options in its own words', async () => {
    const error = await captureError(() =>
      whisper.doGenerate({
        ...CALL,
        providerOptions: { baseten: { beams: 5 } },
      }),
    );

    expect(lastBody().whisper_input.whisper_params.beams).toBe(5);
    expect(error).toMatchObject({
      message: 'Extra inputs are not permitted: beams',
    });
  });

  it('works in a chain', async () => {
    const chain = createTranscriptionModel(server, 'whisper', {
      modelURL: server.modelURL.replace(/sync$/, 'run_remote'),
    });
    const { text } = await chain.doGenerate(CALL);

    expect(text).toBe(SAID);
    expect(server.requests[0]?.path).toBe(
      '/environments/production/run_remote',
    );
  });

  it('warns of a model id and a form of reply, which it has no field for', async () => {
    const named = createTranscriptionModel(server, 'whisper', {}, 'large-v3');
    const { warnings } = await named.doGenerate({
      ...CALL,
      providerOptions: { baseten: { responseFormat: 'json' } },
    });

    expect(warnings.map(warning => Object(warning).feature)).toEqual([
      'responseFormat',
      'modelId',
    ]);
  });

  it.each([
    [['Hello', 'there.'], 'Hello there.'],
    [[' Hello', ' there.'], 'Hello there.'],
    [['Hello ', 'there. '], 'Hello there.'],
    [['電車は', '九時に出ます。', 'はい'], '電車は九時に出ます。はい'],
    [['', 'Hi', ''], 'Hi'],
    [[], ''],
  ])('joins the segments %j', async (texts, joined) => {
    server.behave(() => ({
      body: {
        language_code: null,
        segments: texts.map((text, index) => ({
          text,
          start_time: index,
          end_time: index + 1,
        })),
      },
    }));
    const { text, language } = await whisper.doGenerate(CALL);

    expect(text).toBe(joined);
    expect(language).toBeUndefined();
  });
});

describe("a server of OpenAI's form", () => {
  it('gets a form with the file, and no more than it needs', async () => {
    await openai.doGenerate(CALL);

    expect(server.requests[0]?.headers['content-type']).toMatch(
      /^multipart\/form-data; boundary=/,
    );
    expect(lastBody()).toEqual({
      response_format: 'json',
      file: { name: 'audio.wav', type: 'audio/wav', bytes: Buffer.from(SOUND) },
    });
  });

  it.each([
    ['audio/mpeg', 'audio.mp3', 'audio/mpeg'],
    ['audio/x-wav', 'audio.wav', 'audio/x-wav'],
    ['audio/mp4', 'audio.m4a', 'audio/mp4'],
    ['audio/webm;codecs=opus', 'audio.webm', 'audio/webm'],
    ['AUDIO/FLAC', 'audio.flac', 'audio/flac'],
    ['video/mp4', 'audio.m4a', 'video/mp4'],
  ])('gets a file of %s as %s', async (mediaType, name, type) => {
    await openai.doGenerate({ ...CALL, mediaType });

    expect(lastBody().file).toMatchObject({ name, type });
  });

  it('gets the model that was named and all options', async () => {
    const named = createTranscriptionModel(server, 'openai', {}, 'voxtral');
    const { warnings } = await named.doGenerate({
      ...CALL,
      timestampGranularities: ['segment'],
      providerOptions: {
        baseten: {
          prompt: 'Porto',
          language: 'pt',
          showWordTimestamps: true,
          temperature: 0,
          hotwords: ['a', 'b'],
          more: { a: 1 },
        },
      },
    });
    const { file: _, ...fields } = lastBody();

    expect(fields).toEqual({
      model: 'voxtral',
      prompt: 'Porto',
      language: 'pt',
      response_format: 'verbose_json',
      'timestamp_granularities[]': ['segment', 'word'],
      temperature: '0',
      'hotwords[]': ['a', 'b'],
      more: '{"a":1}',
    });
    expect(warnings).toEqual([]);
  });

  it('warns of options that its form lacks', async () => {
    const { warnings } = await openai.doGenerate({
      ...CALL,
      providerOptions: {
        baseten: { enableVad: true, outputLanguage: 'en', language: 'auto' },
      },
    });

    expect(warnings.map(warning => Object(warning).feature)).toEqual([
      'outputLanguage',
      'enableVad',
    ]);
    expect(lastBody().language).toBeUndefined();
  });

  it('warns where it sends no times', async () => {
    server.behave(() => ({ body: { text: 'Hi' } }));
    const { text, segments, warnings } = await openai.doGenerate({
      ...CALL,
      timestampGranularities: ['word', 'segment'],
    });

    expect({ text, segments }).toEqual({ text: 'Hi', segments: [] });
    expect(warnings.map(warning => Object(warning).details)).toEqual([
      'The server sent no times of words.',
      'The server sent no times of segments.',
    ]);
  });

  it('leaves marks of speakers in the segments', async () => {
    const segments = [{ start: 0, end: 1.5, text: '[S1] Hello.' }];
    server.behave(() => ({ body: { text: '[S1] Hello.', segments } }));
    const result = await openai.doGenerate(CALL);

    expect(result.segments).toEqual([
      { text: '[S1] Hello.', startSecond: 0, endSecond: 1.5 },
    ]);
  });

  it('gets a URL as the file that the AI SDK downloads', async () => {
    const { text } = await transcribe({
      model: openai,
      audio: new URL('https://example.com/a.wav'),
      download: async () => ({ data: SOUND, mediaType: 'audio/wav' }),
    });

    expect(text).toBe(SAID);
    expect(
      await openai.doGenerateFromUrl?.({ audio: new URL('https://a.co/b') }),
    ).toBeUndefined();
  });
});
