import {
  convertToOpenAICompatibleChatMessages,
  prepareTools,
} from '@ai-sdk/openai-compatible/internal';
import type {
  LanguageModelV4CallOptions,
  SharedV4Warning,
} from '@ai-sdk/provider';

interface BodyOptions {
  modelId: string;
  /** Whether parts of tool results are sent as such, and not as JSON text. */
  isMultiPart: boolean;
  /** Whether the answer must follow a JSON schema exactly. */
  isStrict: boolean;
}

/**
 * The fields of a request that the AI SDK's settings make, except `reasoning`.
 * Those that are `undefined` are not sent.
 *
 * @param call with the prompt as `preparePrompt` returns it.
 */
export function createBody(
  call: Omit<LanguageModelV4CallOptions, 'reasoning' | 'providerOptions'>,
  { modelId, isMultiPart, isStrict }: BodyOptions,
): { body: Record<string, unknown>; warnings: SharedV4Warning[] } {
  const { tools, toolChoice, toolWarnings } = prepareTools({
    tools: call.tools,
    toolChoice: call.toolChoice,
  });
  return {
    body: {
      model: modelId,
      max_tokens: call.maxOutputTokens,
      temperature: call.temperature,
      top_p: call.topP,
      top_k: call.topK,
      frequency_penalty: call.frequencyPenalty,
      presence_penalty: call.presencePenalty,
      response_format: createResponseFormat(call.responseFormat, isStrict),
      stop: call.stopSequences,
      seed: call.seed,
      messages: convertToOpenAICompatibleChatMessages(call.prompt, {
        provider: 'baseten',
        providerOptionsKey: 'baseten',
        supportsMultiPartToolContent: isMultiPart,
      }),
      tools,
      tool_choice: toolChoice,
    },
    warnings: toolWarnings,
  };
}

function createResponseFormat(
  format: LanguageModelV4CallOptions['responseFormat'],
  isStrict: boolean,
) {
  if (format?.type !== 'json') {
    return undefined;
  }
  const { schema, name, description } = format;
  if (schema == null) {
    return { type: 'json_object' };
  }
  return {
    type: 'json_schema',
    json_schema: {
      schema,
      strict: isStrict,
      // Baseten refuses an empty name.
      name: name || 'response',
      description,
    },
  };
}
