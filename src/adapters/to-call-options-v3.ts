import type {
  LanguageModelV2CallOptions,
  LanguageModelV2Message,
  LanguageModelV2ToolResultOutput,
  LanguageModelV2ToolResultPart,
} from 'provider-v2';
import type {
  LanguageModelV3CallOptions,
  LanguageModelV3Message,
  LanguageModelV3ToolResultOutput,
  LanguageModelV3ToolResultPart,
} from 'provider-v3';
import type { ContentOf } from './to-tool-content-v4';

/** The call options of AI SDK 5 as those of AI SDK 6. */
export function toCallOptionsV3(
  options: LanguageModelV2CallOptions,
): LanguageModelV3CallOptions {
  return {
    ...options,
    prompt: options.prompt.map(toMessageV3),
    tools: options.tools?.map(tool =>
      tool.type === 'provider-defined' ? { ...tool, type: 'provider' } : tool,
    ),
  };
}

function toMessageV3(message: LanguageModelV2Message): LanguageModelV3Message {
  switch (message.role) {
    case 'system':
    case 'user':
      return message;
    case 'assistant':
      return {
        ...message,
        content: message.content.map(part =>
          part.type === 'tool-result' ? toToolResultPartV3(part) : part,
        ),
      };
    case 'tool':
      return { ...message, content: message.content.map(toToolResultPartV3) };
  }
}

function toToolResultPartV3({
  output,
  ...part
}: LanguageModelV2ToolResultPart): LanguageModelV3ToolResultPart {
  return {
    ...part,
    output:
      output.type === 'content'
        ? { ...output, value: output.value.map(toToolContentV3) }
        : output,
  };
}

function toToolContentV3(
  part: ContentOf<LanguageModelV2ToolResultOutput>,
): ContentOf<LanguageModelV3ToolResultOutput> {
  return part.type === 'media' ? { ...part, type: 'file-data' } : part;
}
