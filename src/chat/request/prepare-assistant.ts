import type {
  LanguageModelV4Message,
  LanguageModelV4ToolCallPart,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { isParsableJson, secureJsonParse } from '@ai-sdk/provider-utils';
import { asObject } from '../../utils/json-object';
import { mergeProviderOptions, withOptions } from './merge-provider-options';

type AssistantMessage = Extract<LanguageModelV4Message, { role: 'assistant' }>;

/** An earlier answer, with a warning for what cannot be sent. */
export function prepareAssistant(
  message: AssistantMessage,
  warnings: SharedV4Warning[],
): AssistantMessage {
  const content = message.content.flatMap(
    (part): AssistantMessage['content'] => {
      switch (part.type) {
        case 'text':
          return [part];
        case 'reasoning':
          if (mergeProviderOptions(part.providerOptions) !== undefined) {
            warnings.push({
              type: 'other',
              message:
                'Options of an earlier reasoning part are not sent: a request has the reasoning of a message as plain text.',
            });
          }
          return [part];
        case 'tool-call':
          return [withOptions({ ...part, input: objectOf(part) })];
        default:
          warnings.push({
            type: 'other',
            message: `A part of type ${part.type} in an earlier answer is not sent: chat servers take text, reasoning and tool calls there.`,
          });
          return [];
      }
    },
  );
  return withTextOptions({ ...message, content });
}

/**
 * openai-compatible joins texts and reads none of their options. One text is the
 * message's content, as in a user's message; several are sent as parts.
 */
function withTextOptions(message: AssistantMessage): AssistantMessage {
  const texts = message.content.filter(part => part.type === 'text');
  if (texts.length === 1) {
    return withOptions(message, texts[0]?.providerOptions);
  }
  const parts = texts.map(({ text, providerOptions }) => ({
    type: 'text',
    text,
    ...mergeProviderOptions(providerOptions),
  }));
  return parts.some(part => Object.keys(part).length > 2)
    ? withOptions(
        { ...message, providerOptions: { baseten: { content: parts } } },
        message.providerOptions,
      )
    : message;
}

/** Servers parse the arguments of earlier calls, and refuse what is no object. */
function objectOf({ input }: LanguageModelV4ToolCallPart): object {
  const value =
    typeof input === 'string' && isParsableJson(input)
      ? secureJsonParse(input)
      : input;
  return asObject(value);
}
