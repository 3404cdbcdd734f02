import type {
  LanguageModelV4CallOptions,
  LanguageModelV4FilePart,
  LanguageModelV4Message,
  LanguageModelV4TextPart,
} from '@ai-sdk/provider';
import type { Recording } from './recording';

type Request = Recording['request'];

/** What a recorded request asks for, in the words of the AI SDK. */
export function toCallOptions({
  model,
  messages,
  stream,
  stream_options,
  max_tokens,
  max_completion_tokens,
  temperature,
  top_p,
  seed,
  stop,
  tools,
  tool_choice,
  response_format,
  ...fields
}: Request): LanguageModelV4CallOptions {
  return {
    prompt: messages.map(message => toMessage(message, messages)),
    maxOutputTokens: max_tokens ?? max_completion_tokens,
    temperature,
    topP: top_p,
    seed,
    stopSequences: typeof stop === 'string' ? [stop] : stop,
    tools: tools?.map(tool => ({
      type: 'function',
      name: tool.function.name,
      description: tool.function.description,
      inputSchema: tool.function.parameters,
    })),
    toolChoice: tool_choice && { type: tool_choice },
    responseFormat: toResponseFormat(response_format),
    providerOptions: { baseten: fields },
  };
}

function toMessage(
  message: Request['messages'][number],
  all: Request['messages'],
): LanguageModelV4Message {
  switch (message.role) {
    case 'system':
      return { role: 'system', content: message.content };
    case 'user':
      return { role: 'user', content: toParts(message.content) };
    case 'assistant':
      return {
        role: 'assistant',
        content: [
          ...(message.reasoning_content
            ? [{ type: 'reasoning' as const, text: message.reasoning_content }]
            : []),
          ...(message.content
            ? [{ type: 'text' as const, text: message.content }]
            : []),
          ...(message.tool_calls ?? []).map(call => ({
            type: 'tool-call' as const,
            toolCallId: call.id,
            toolName: call.function.name,
            input: JSON.parse(call.function.arguments),
          })),
        ],
      };
    case 'tool':
      return {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: message.tool_call_id,
            toolName: message.name ?? toolNameOf(message.tool_call_id, all),
            output: { type: 'text', value: message.content },
          },
        ],
      };
  }
}

function toParts(
  content: Extract<Request['messages'][number], { role: 'user' }>['content'],
): Array<LanguageModelV4TextPart | LanguageModelV4FilePart> {
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  return content.map(part =>
    part.type === 'text'
      ? { type: 'text', text: part.text }
      : toImage(part.image_url.url),
  );
}

function toImage(url: string): LanguageModelV4FilePart {
  const [, mediaType, data] = /^data:([^;,]+);base64,(.*)$/s.exec(url) ?? [];
  return mediaType === undefined || data === undefined
    ? {
        type: 'file',
        mediaType: 'image/*',
        data: { type: 'url', url: new URL(url) },
      }
    : { type: 'file', mediaType, data: { type: 'data', data } };
}

function toolNameOf(id: string, messages: Request['messages']): string {
  const calls = messages.flatMap(message =>
    message.role === 'assistant' ? (message.tool_calls ?? []) : [],
  );
  return calls.find(call => call.id === id)?.function.name ?? 'unknown';
}

function toResponseFormat(
  format: Request['response_format'],
): LanguageModelV4CallOptions['responseFormat'] {
  if (format === undefined || format.type === 'text') return undefined;
  return {
    type: 'json',
    schema: format.json_schema?.schema,
    name: format.json_schema?.name,
  };
}
