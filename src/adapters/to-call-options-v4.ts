import type {
  LanguageModelV4CallOptions,
  LanguageModelV4FilePart,
  LanguageModelV4Message,
  LanguageModelV4ToolResultPart,
} from '@ai-sdk/provider';
import type {
  LanguageModelV3CallOptions,
  LanguageModelV3FilePart,
  LanguageModelV3Message,
  LanguageModelV3ToolResultPart,
} from 'provider-v3';
import { toToolContentV4 } from './to-tool-content-v4';

/** The call options of AI SDK 6 as those of AI SDK 7. */
export function toCallOptionsV4(
  options: LanguageModelV3CallOptions,
): LanguageModelV4CallOptions {
  return { ...options, prompt: options.prompt.map(toMessageV4) };
}

function toMessageV4(message: LanguageModelV3Message): LanguageModelV4Message {
  switch (message.role) {
    case 'system':
      return message;
    case 'user':
      return {
        ...message,
        content: message.content.map(part =>
          part.type === 'file' ? toFilePartV4(part) : part,
        ),
      };
    case 'assistant':
      return {
        ...message,
        content: message.content.map(part => {
          switch (part.type) {
            case 'file':
              return toFilePartV4(part);
            case 'tool-result':
              return toToolResultPartV4(part);
            default:
              return part;
          }
        }),
      };
    case 'tool':
      return {
        ...message,
        content: message.content.map(part =>
          part.type === 'tool-result' ? toToolResultPartV4(part) : part,
        ),
      };
  }
}

function toFilePartV4({
  data,
  originalUrl,
  ...part
}: LanguageModelV3FilePart): LanguageModelV4FilePart {
  return {
    ...part,
    data:
      data instanceof URL
        ? { type: 'url', url: data, originalUrl }
        : { type: 'data', data },
  };
}

function toToolResultPartV4({
  output,
  ...part
}: LanguageModelV3ToolResultPart): LanguageModelV4ToolResultPart {
  return {
    ...part,
    output:
      output.type === 'content'
        ? { ...output, value: output.value.map(toToolContentV4) }
        : output,
  };
}
