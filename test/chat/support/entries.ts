import type { LanguageModelV4 } from '@ai-sdk/provider';
import { toLanguageModelV2 } from '../../../src/adapters/to-language-model-v2';
import { toLanguageModelV3 } from '../../../src/adapters/to-language-model-v3';

/** What every version of the specification takes in the same form. */
export interface Question {
  prompt: Array<{
    role: 'user';
    content: Array<{ type: 'text'; text: string }>;
  }>;
  tools?: Array<{
    type: 'function';
    name: string;
    description: string;
    inputSchema: {
      type: 'object';
      properties: Record<string, { type: 'string' }>;
      required: string[];
    };
  }>;
}

/** What comes back, in the same form for every version. */
export interface Answer {
  text: string;
  reasoning: string;
  toolCalls: Array<{ id: string; name: string; input: string }>;
  /** Undefined when the call threw. */
  finishReason: string | undefined;
  outputTokens: number | undefined;
  reasoningTokens: number | undefined;
  /** What was thrown, and what the stream held as errors. */
  errors: unknown[];
}

/** The answer of a model, streamed or whole. */
type Ask = (question: Question, stream: boolean) => Promise<Answer>;

/** A model by each entry of the package. */
export function byEachEntry(
  model: LanguageModelV4,
): Array<{ entry: string; ask: Ask }> {
  const six = toLanguageModelV3(model);
  const five = toLanguageModelV2(six);
  return [
    {
      entry: '@ai-sdk/baseten',
      ask: (question, stream) =>
        readAnswer(() =>
          stream ? model.doStream(question) : model.doGenerate(question),
        ),
    },
    {
      entry: '@ai-sdk/baseten/ai-sdk-6',
      ask: (question, stream) =>
        readAnswer(() =>
          stream ? six.doStream(question) : six.doGenerate(question),
        ),
    },
    {
      entry: '@ai-sdk/baseten/ai-sdk-5',
      ask: (question, stream) =>
        readAnswer(() =>
          stream ? five.doStream(question) : five.doGenerate(question),
        ),
    },
  ];
}

type Result =
  | { stream: AsyncIterable<unknown> }
  | { content: unknown[]; finishReason: unknown; usage: unknown };

async function readAnswer(open: () => PromiseLike<Result>): Promise<Answer> {
  const answer: Answer = {
    text: '',
    reasoning: '',
    toolCalls: [],
    finishReason: undefined,
    outputTokens: undefined,
    reasoningTokens: undefined,
    errors: [],
  };
  try {
    const result = await open();
    if ('stream' in result) {
      for await (const part of result.stream) addPart(answer, part);
    } else {
      for (const part of result.content) addPart(answer, part);
      addPart(answer, { ...result, type: 'finish' });
    }
  } catch (error) {
    answer.errors.push(error);
  }
  return answer;
}

function addPart(answer: Answer, part: unknown): void {
  const { type, text, delta = text, ...fields } = Object(part);
  switch (type) {
    case 'text':
    case 'text-delta':
      answer.text += delta;
      break;
    case 'reasoning':
    case 'reasoning-delta':
      answer.reasoning += delta;
      break;
    case 'tool-call':
      answer.toolCalls.push({
        id: fields.toolCallId,
        name: fields.toolName,
        input: fields.input,
      });
      break;
    case 'error':
      answer.errors.push(fields.error);
      break;
    case 'finish': {
      const { finishReason, usage } = fields;
      const { outputTokens, reasoningTokens } = usage;
      answer.finishReason = finishReason.unified ?? finishReason;
      answer.outputTokens = outputTokens?.total ?? outputTokens;
      answer.reasoningTokens = outputTokens?.reasoning ?? reasoningTokens;
      break;
    }
  }
}
