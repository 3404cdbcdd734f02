import type {
  LanguageModelV4CallOptions,
  Experimental_DecisionModelV4Question as Question,
  Experimental_DecisionModelV4State as State,
} from '@ai-sdk/provider';
import { WORKFLOW_DESERIALIZE } from '@ai-sdk/provider-utils';
import { generateText, Output, streamText } from 'ai';
import { Agent } from 'undici';
import { z } from 'zod/v4';
import {
  type Behaviour,
  type LocalBaseten,
  startLocalBaseten,
} from '../../local-baseten';
import { createBaseten } from '../../src';
import { BasetenEmbeddingModel } from '../../src/embedding/baseten-embedding-model';
import { captureError } from '../support/capture-error';
import { removeGlobal } from '../support/remove-global';
import { toStream } from '../support/to-stream';

/** Something that ends with an error. */
type Provocation = () => unknown;

const MODEL_ID = 'openai/gpt-oss-120b';
const PROMPT = 'Count from 1 to 10.';

/** Spares the usual waits between retries. */
const HEADERS = { 'retry-after-ms': '1' };

/** Makes every error that the pages know, for real as far as that goes. */
export async function provokeErrors(): Promise<unknown[]> {
  await using local = await startLocalBaseten({ dimensions: 8 });
  const errors: unknown[] = [];

  for (const provoke of [
    ...wrongSettings(local),
    ...wrongCalls(local),
    ...refusals(local),
    ...missingAnswers(local),
    ...wrongAnswers(local),
  ]) {
    local.reset();
    errors.push(await captureError(provoke));
  }
  return errors;
}

function wrongSettings({ baseURL, apiKey, modelURL }: LocalBaseten) {
  const predictURL = modelURL.replace('/sync', '/predict');
  const chat = (settings: Parameters<typeof createBaseten>[0]) =>
    generateText({
      model: createBaseten({ baseURL, ...settings })(MODEL_ID),
      prompt: PROMPT,
    });

  return [
    () => chat({}),
    () => callWithoutProcess(),
    () => callWithEmptyVariable(),
    () => chat({ apiKey: '“key”' }),
    () => chat({ apiKey: JSON.parse('5') }),
    () => chat({ apiKey, headers: { 'x-user': 'line\nbreak' } }),
    () => chat({ apiKey, headers: JSON.parse('{"x-user": 5}') }),
    () => createBaseten().embeddingModel(),
    () => createBaseten().rerankingModel(),
    () => createBaseten().decisionModel(),
    () => createBaseten().transcriptionModel(),
    () => createBaseten().speechModel(),
    () => createBaseten({ modelURL }).transcriptionModel(),
    () => createBaseten({ modelURL }).speechModel(),
    () => createBaseten({ modelURL }).chatModel(),
    () => createBaseten({ modelURL: predictURL }).embeddingModel(),
    () => createBaseten({ modelURL: predictURL }).rerankingModel(),
    () => createBaseten({ modelURL: predictURL }).decisionModel(),
    () => createBaseten({ modelURL: predictURL }).getAvailableModels(),
    () => createBaseten({ modelURL: '/sync' }).chatModel(),
    () => createBaseten({ baseURL: '/v1' }).chatModel(),
    () => createBaseten({ baseURL: 'https://app.baseten.co' }).chatModel(),
    () =>
      createBaseten({
        modelURL: 'https://model-{MODEL_ID}.api.baseten.co/sync/v1',
      }).chatModel(),
    () => createBaseten().imageModel('any'),
    () =>
      BasetenEmbeddingModel[WORKFLOW_DESERIALIZE]({
        modelId: 'any',
        config: null,
      }),
  ] satisfies Provocation[];
}

/** What a call says when the variable is there but holds nothing. */
async function callWithEmptyVariable(): Promise<void> {
  process.env.BASETEN_API_KEY = '';
  try {
    await createBaseten()(MODEL_ID).doGenerate({ prompt: [] });
  } finally {
    delete process.env.BASETEN_API_KEY;
  }
}

/** What a runtime without environment variables says to a call without a key. */
async function callWithoutProcess(): Promise<void> {
  const model = createBaseten()(MODEL_ID);
  const putBack = removeGlobal('process');
  // The key is read before anything is waited for.
  const call = model.doGenerate({ prompt: [] });
  putBack();
  await call;
}

const NO_DATA =
  '[{"role":"user","content":[{"type":"file","mediaType":"image/png"}]}]';
const OLD_RESULT = `[{"role":"tool","content":[{"type":"tool-result",
  "toolCallId":"a","toolName":"b",
  "output":{"type":"content","value":[{"type":"media"}]}}]}]`;

/** Calls that the package or the local Baseten refuses by itself. */
function wrongCalls(local: LocalBaseten) {
  const { apiKey, baseURL } = local;
  const baseten = createBaseten({ apiKey, baseURL });
  const image = {
    type: 'file' as const,
    mediaType: 'image/png',
    data: new URL('https://example.com/harbour.png'),
  };
  const see = (modelId: string) =>
    generateText({
      model: baseten(modelId),
      messages: [{ role: 'user', content: [image] }],
    });

  const call = (options: Partial<LanguageModelV4CallOptions>) =>
    baseten(MODEL_ID).doGenerate({ prompt: [], ...options });

  return [
    () => embed(local, ['a'], { batchSize: 0 }),
    () => embed(local, JSON.parse('[1]')),
    () => call({ providerOptions: { baseten: { stream: true } } }),
    () => call({ providerOptions: { baseten: { tools: 'none' } } }),
    () => call({ prompt: JSON.parse(NO_DATA) }),
    () =>
      call({
        prompt: JSON.parse(OLD_RESULT),
        providerOptions: { baseten: { multiPartToolResults: true } },
      }),
    () => embed(local, new Array(200).fill('a'), { batchSize: 200 }),
    () => decide(local, { type: 'choice', criteria: { only: null } }),
    () => decide(local, { type: 'score', criteria: ['only'] }),
    () =>
      decide(local, { type: 'boolean' }, [
        {
          type: 'file',
          mediaType: 'image/png',
          data: { type: 'url', url: new URL('https://a.co/b.png') },
        },
      ]),
    ...[
      { audio: '' },
      { audio: 'a text, not a sound' },
      { mediaType: 'text/plain' },
      { audio: new Uint8Array(100_000_001) },
    ].map(call => () => hear(local, call)),
    () => say(local, { text: '' }),
    () => say(local, { text: 'Hi' }, 'predict'),
    () => sayInStream(local, {}, 'bob'),
    () => see('zai-org/GLM-5.2'),
    () => see(MODEL_ID),
    () =>
      generateText({
        model: baseten(MODEL_ID),
        prompt: PROMPT,
        providerOptions: { baseten: { logprobs: true } },
      }),
    () =>
      generateText({
        model: createBaseten({ apiKey: 'wrong', baseURL })(MODEL_ID),
        prompt: PROMPT,
      }),
    () => generateText({ model: baseten('no/such-model'), prompt: PROMPT }),
    () => generateText({ model: baseten(), prompt: PROMPT }),
  ] satisfies Provocation[];
}

function refusals(local: LocalBaseten) {
  const words = (status: number, error: string) => () =>
    chat(local, { status, body: { error } });
  const silence = (status: number) => () => chat(local, { status, body: '' });

  return [
    words(402, 'please check your current payment status'),
    words(404, `The model \`${MODEL_ID}\` does not exist.`),
    words(500, 'Internal Server Error'),
    words(502, 'Error making prediction'),
    silence(404),
    silence(413),
    silence(429),
    silence(503),
    silence(504),
    silence(529),
    () => chat(local, { status: 503, headers: HEADERS }, { maxRetries: 1 }),
  ] satisfies Provocation[];
}

function missingAnswers(local: LocalBaseten) {
  const { apiKey, modelURL } = local;
  const endless = async () =>
    new Response('', { headers: { 'content-length': '1000000000' } });

  return [
    () =>
      createBaseten({ apiKey, modelURL, fetch: endless })
        .embeddingModel()
        .doEmbed({ values: ['a'] }),
    () => chat(local, { cut: 'before-headers' }),
    () => {
      local.behave(() => ({ hang: true }));
      return embed(local, ['a'], { timeoutSeconds: 1 });
    },
    () => {
      local.behave(() => ({ cut: 'in-body', headers: HEADERS }));
      return embed(local, ['a']);
    },
    () => {
      local.behave(() => ({ cut: 'in-body' }));
      return say(local, { text: 'Hi' });
    },
    () => sayInStream(local, { cut: 'in-body' }),
    () => sayInStream(local, { hang: 'in-body' }),
    () => stream(local, { stream: { cutAfterBytes: 300, cutBy: 'end' } }),
    () => stream(local, { quirks: ['finish-abort'] }),
    () =>
      stream(local, {
        stream: { events: [createToolCall('now', '{"a'), '[DONE]'] },
      }),
    () => chatWithImpatientFetch(local),
    () => streamOneLargeEvent(),
    () => stream(local, { stream: { cutAfterBytes: 300, cutBy: 'destroy' } }),
  ] satisfies Provocation[];
}

function wrongAnswers(local: LocalBaseten) {
  const message = { role: 'assistant', content: 'a word' };
  const output = Output.object({ schema: z.object({ name: z.string() }) });

  return [
    () => chat(local, { body: 'Welcome!' }),
    () => chat(local, { body: '<html><title>Sign in</title>' }),
    () => chat(local, { body: '{"choices": [' }),
    () => redirectForEver(local),
    () => stream(local, { stream: { events: [{ error: {} }, '[DONE]'] } }),
    () =>
      stream(local, {
        stream: { events: [createToolCall(undefined, '{}'), '[DONE]'] },
      }),
    () => {
      local.behave(() => ({ body: { data: [] } }));
      return embed(local, ['a']);
    },
    () => chat(local, {}, { output, maxOutputTokens: 2 }),
    () =>
      chat(
        local,
        { body: { choices: [{ index: 0, message, finish_reason: 'stop' }] } },
        { output },
      ),
  ] satisfies Provocation[];
}

function createToolCall(name: string | undefined, input: string): object {
  const call = { index: 0, function: { name, arguments: input } };
  return { choices: [{ delta: { tool_calls: [call] } }] };
}

/** Node's `fetch` with other limits than its own. */
async function chatWithImpatientFetch(local: LocalBaseten): Promise<void> {
  const { apiKey, baseURL, behave } = local;
  behave(() => ({ hang: true }));
  const dispatcher = new Agent({ headersTimeout: 50 });
  await createBaseten({
    apiKey,
    baseURL,
    fetch: (input, init) => fetch(input, Object.assign({ dispatcher }, init)),
  })(MODEL_ID).doGenerate({ prompt: [] });
}

/** One event that never ends. */
async function streamOneLargeEvent(): Promise<void> {
  const piece = new TextEncoder().encode('x'.repeat(10_000_000));
  const { stream } = await createBaseten({
    apiKey: 'key',
    fetch: async () =>
      new Response(new ReadableStream({ pull: body => body.enqueue(piece) })),
  })(MODEL_ID).doStream({ prompt: [] });
  for await (const part of stream) {
    if (part.type === 'error') throw part.error;
  }
}

async function chat(
  { apiKey, baseURL, behave }: LocalBaseten,
  behaviour: Behaviour,
  options: {
    maxRetries?: number;
    maxOutputTokens?: number;
    output?: Output.Output<{ name: string }>;
  } = {},
): Promise<void> {
  behave(() => behaviour);
  const { output } = await generateText({
    model: createBaseten({ apiKey, baseURL })(MODEL_ID),
    prompt: PROMPT,
    maxRetries: 0,
    ...options,
  });
  // It throws when it is read.
  if (output == null) throw new Error('Expected an output, got none.');
}

async function stream(
  { apiKey, baseURL, behave }: LocalBaseten,
  behaviour: Behaviour,
): Promise<void> {
  behave(() => behaviour);
  const result = streamText({
    model: createBaseten({ apiKey, baseURL })(MODEL_ID),
    prompt: PROMPT,
    onError: () => {},
  });
  for await (const part of result.stream) {
    if (part.type === 'error') throw part.error;
  }
}

/** A header that a redirect must not carry makes the package follow it. */
async function redirectForEver({ apiKey, baseURL, behave }: LocalBaseten) {
  const location = `${baseURL}/chat/completions`;
  behave(() => ({ status: 307, body: '', headers: { location } }));
  await generateText({
    model: createBaseten({ apiKey, baseURL, headers: { 'x-api-key': 'any' } })(
      MODEL_ID,
    ),
    prompt: PROMPT,
  });
}

function embed(
  { apiKey, modelURL }: LocalBaseten,
  values: string[],
  baseten = {},
) {
  return createBaseten({ apiKey, modelURL, performanceClient: false })
    .embeddingModel()
    .doEmbed({ values, providerOptions: { baseten } });
}

function decide(
  { apiKey, modelURL }: LocalBaseten,
  odd: Question,
  state: State = [{ type: 'text', text: 'a' }],
) {
  return createBaseten({ apiKey, modelURL })
    .decisionModel()
    .doDecide({ state, questions: { odd } });
}

function hear({ apiKey, modelURL }: LocalBaseten, call: object) {
  return createBaseten({ apiKey, modelURL: `${modelURL}/v1` })
    .transcriptionModel()
    .doGenerate({
      audio: new Uint8Array([1]),
      mediaType: 'audio/wav',
      ...call,
    });
}

function say(
  { apiKey, modelURL }: LocalBaseten,
  call: { text: string },
  end: 'predict' | 'sync/v1' = 'sync/v1',
) {
  return createBaseten({ apiKey, modelURL: modelURL.replace(/sync$/, end) })
    .speechModel()
    .doGenerate(call);
}

async function sayInStream(
  { apiKey, modelURL, behave }: LocalBaseten,
  behaviour: Behaviour,
  voice?: string,
): Promise<void> {
  behave(() => behaviour);
  const part = { type: 'text' as const, text: 'Hello there!', voice };
  const { stream } = await createBaseten({
    apiKey,
    modelURL: `${modelURL}/v1`,
  })
    .speechModel()
    .doStream({
      text: toStream([part]),
      providerOptions: { baseten: { timeoutSeconds: 1 } },
    });
  for await (const part of stream) {
    if (part.type === 'error') throw part.error;
  }
}
