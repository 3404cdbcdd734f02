import type {
  LanguageModelV4Message,
  LanguageModelV4Prompt,
  LanguageModelV4ToolCallPart,
  SharedV4ProviderOptions,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { isParsableJson, secureJsonParse } from '@ai-sdk/provider-utils';
import { isObject } from '../../utils/json-object';
import { mergeProviderOptions } from './merge-provider-options';
import { prepareFilePart } from './prepare-file-part';
import { prepareToolResult } from './prepare-tool-result';
import { splitProviderTools } from './split-provider-tools';

type Message<ROLE extends LanguageModelV4Message['role']> = Extract<
  LanguageModelV4Message,
  { role: ROLE }
>;

/**
 * The prompt in the form that openai-compatible sends as Baseten wants it. The
 * options of messages and parts go where that class looks for them.
 *
 * @throws InvalidArgumentError if a part is of no known form.
 */
export function preparePrompt(
  prompt: LanguageModelV4Prompt,
  {
    isMultiPart,
    warnings,
  }: { isMultiPart: boolean; warnings: SharedV4Warning[] },
): LanguageModelV4Prompt {
  return prompt
    .flatMap(message =>
      message.role === 'assistant'
        ? splitProviderTools(message, warnings)
        : [message],
    )
    .map(message =>
      prepareMessage(withOptions(message), isMultiPart, warnings),
    );
}

function prepareMessage(
  message: LanguageModelV4Message,
  isMultiPart: boolean,
  warnings: SharedV4Warning[],
): LanguageModelV4Message {
  switch (message.role) {
    case 'system':
      return message;
    case 'user':
      return prepareUser(message);
    case 'assistant':
      return prepareAssistant(message);
    case 'tool':
      return {
        ...message,
        content: message.content.map(part =>
          part.type === 'tool-result'
            ? withOptions(prepareToolResult(part, isMultiPart, warnings))
            : part,
        ),
      };
  }
}

function prepareUser(message: Message<'user'>): Message<'user'> {
  const content = message.content.map(part =>
    part.type === 'file' ? prepareFilePart(part) : withOptions(part),
  );
  const [first] = content;
  // Of a message with one text openai-compatible reads the text's options only.
  return content.length === 1 && first?.type === 'text'
    ? {
        ...message,
        content: [
          {
            ...first,
            providerOptions: {
              openaiCompatible: {
                ...message.providerOptions?.openaiCompatible,
                ...first.providerOptions?.openaiCompatible,
              },
            },
          },
        ],
      }
    : { ...message, content };
}

function prepareAssistant(message: Message<'assistant'>): Message<'assistant'> {
  return {
    ...message,
    content: message.content.map(part => {
      switch (part.type) {
        case 'tool-call':
          return withOptions({ ...part, input: objectOf(part) });
        case 'file':
          return prepareFilePart(part);
        default:
          return part;
      }
    }),
  };
}

/** Servers parse the arguments of earlier calls, and refuse what is no object. */
function objectOf({ input }: LanguageModelV4ToolCallPart): object {
  const value =
    typeof input === 'string' && isParsableJson(input)
      ? secureJsonParse(input)
      : input;
  return isObject(value) ? value : {};
}

/** Options in the one place where openai-compatible looks for them. */
function withOptions<
  OWNER extends { providerOptions?: SharedV4ProviderOptions },
>(owner: OWNER): OWNER {
  const options = mergeProviderOptions(owner.providerOptions);
  return options === undefined
    ? owner
    : { ...owner, providerOptions: { openaiCompatible: options } };
}
