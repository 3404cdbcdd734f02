import type {
  Experimental_DecisionModelV4Question as Question,
  Experimental_DecisionModelV4State as State,
} from '@ai-sdk/provider';
import { generateText, type Output, streamText } from 'ai';
import type { Behaviour, LocalBaseten } from '../../../local-baseten';
import { createBaseten } from '../../../src';
import { toStream } from '../../support/to-stream';

/** Something that ends with an error. */
export type Provocation = () => unknown;

export const MODEL_ID = 'openai/gpt-oss-120b';
export const PROMPT = 'Count from 1 to 10.';

/** Spares the usual waits between retries. */
export const HEADERS = { 'retry-after-ms': '1' };

export async function chat(
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

export async function stream(
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

export function embed(
  { apiKey, modelURL }: LocalBaseten,
  values: string[],
  baseten = {},
) {
  return createBaseten({ apiKey, modelURL, performanceClient: false })
    .embeddingModel()
    .doEmbed({ values, providerOptions: { baseten } });
}

export function decide(
  { apiKey, modelURL }: LocalBaseten,
  odd: Question,
  state: State = [{ type: 'text', text: 'a' }],
) {
  return createBaseten({ apiKey, modelURL })
    .decisionModel()
    .doDecide({ state, questions: { odd } });
}

export function hear({ apiKey, modelURL }: LocalBaseten, call: object) {
  return createBaseten({ apiKey, modelURL: `${modelURL}/v1` })
    .transcriptionModel()
    .doGenerate({
      audio: new Uint8Array([1]),
      mediaType: 'audio/wav',
      ...call,
    });
}

export function say(
  { apiKey, modelURL }: LocalBaseten,
  call: { text: string },
  end: 'predict' | 'sync/v1' = 'sync/v1',
) {
  return createBaseten({ apiKey, modelURL: modelURL.replace(/sync$/, end) })
    .speechModel()
    .doGenerate(call);
}

export async function sayInStream(
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

export function createToolCall(
  name: string | undefined,
  input: string,
): object {
  const call = { index: 0, function: { name, arguments: input } };
  return { choices: [{ delta: { tool_calls: [call] } }] };
}
