import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4FinishReason,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';

/** What the package makes of one exchange. */
export interface Outcome {
  text: string;
  reasoning: string;
  toolCalls: Array<{ id: string; name: string; input: string }>;
  /** Absent when the call ended in an error before its result. */
  finishReason?: LanguageModelV4FinishReason;
  usage?: LanguageModelV4Usage;
  /** What was thrown, and what the stream held as errors. */
  errors: unknown[];
}

/** Calls the model and gathers all that comes back, errors included. */
export async function runExchange(
  model: LanguageModelV4,
  options: LanguageModelV4CallOptions,
  stream: boolean,
): Promise<Outcome> {
  const outcome: Outcome = {
    text: '',
    reasoning: '',
    toolCalls: [],
    errors: [],
  };
  try {
    if (stream) await streamInto(outcome, model, options);
    else await generateInto(outcome, model, options);
  } catch (error) {
    outcome.errors.push(error);
  }
  return outcome;
}

async function generateInto(
  outcome: Outcome,
  model: LanguageModelV4,
  options: LanguageModelV4CallOptions,
): Promise<void> {
  const { content, finishReason, usage } = await model.doGenerate(options);
  Object.assign(outcome, { finishReason, usage });
  for (const part of content) {
    if (part.type === 'text') outcome.text += part.text;
    if (part.type === 'reasoning') outcome.reasoning += part.text;
    if (part.type === 'tool-call') {
      const { toolCallId: id, toolName: name, input } = part;
      outcome.toolCalls.push({ id, name, input });
    }
  }
}

async function streamInto(
  outcome: Outcome,
  model: LanguageModelV4,
  options: LanguageModelV4CallOptions,
): Promise<void> {
  const { stream } = await model.doStream(options);
  for await (const part of stream) {
    switch (part.type) {
      case 'text-delta':
        outcome.text += part.delta;
        break;
      case 'reasoning-delta':
        outcome.reasoning += part.delta;
        break;
      case 'tool-call':
        outcome.toolCalls.push({
          id: part.toolCallId,
          name: part.toolName,
          input: part.input,
        });
        break;
      case 'error':
        outcome.errors.push(part.error);
        break;
      case 'finish':
        outcome.finishReason = part.finishReason;
        outcome.usage = part.usage;
        break;
    }
  }
}
