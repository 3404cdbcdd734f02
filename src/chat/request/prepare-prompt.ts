import type {
  LanguageModelV4Message,
  LanguageModelV4Prompt,
  SharedV4ProviderOptions,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { withOptions } from './merge-provider-options';
import { prepareAssistant } from './prepare-assistant';
import { prepareFilePart } from './prepare-file-part';
import { prepareToolResult } from './prepare-tool-result';
import { splitProviderTools } from './split-provider-tools';

type Message<ROLE extends LanguageModelV4Message['role']> = Extract<
  LanguageModelV4Message,
  { role: ROLE }
>;

/**
 * The prompt in the form that openai-compatible sends as Baseten wants it. The
 * options of messages and parts go where its functions look for them.
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
      return prepareAssistant(message, warnings);
    case 'tool':
      return prepareTool(message, isMultiPart, warnings);
  }
}

function prepareUser(message: Message<'user'>): Message<'user'> {
  const content = message.content.map(part =>
    part.type === 'file' ? prepareFilePart(part) : withOptions(part),
  );
  const [first] = content;
  // Of a message with one text openai-compatible reads the text's options only.
  return content.length === 1 && first?.type === 'text'
    ? { ...message, content: [withMessageOptions(first, message)] }
    : { ...message, content };
}

/** Each result becomes a message of its own. */
function prepareTool(
  message: Message<'tool'>,
  isMultiPart: boolean,
  warnings: SharedV4Warning[],
): Message<'tool'> {
  return {
    ...message,
    content: message.content.map(part =>
      part.type === 'tool-result'
        ? withMessageOptions(
            prepareToolResult(part, isMultiPart, warnings),
            message,
          )
        : part,
    ),
  };
}

/** Adds the message's options to those of a part, which win. */
function withMessageOptions<
  PART extends { providerOptions?: SharedV4ProviderOptions },
>(part: PART, { providerOptions }: LanguageModelV4Message): PART {
  return withOptions(
    { ...part, ...(providerOptions && { providerOptions }) },
    part.providerOptions,
  );
}
