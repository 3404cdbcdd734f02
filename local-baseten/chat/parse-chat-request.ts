import type { ChatRequest, ChatTool } from '../mind/chat-request';
import { errorReply } from '../replies/error-envelopes';
import { asRecord, isRecord } from '../utils/is-record';
import { findKnownModel } from '../utils/known-models';
import {
  type Check,
  checkFor,
  checkMedia,
  checkReasoningEffort,
  checkSampling,
} from './check-parameters';
import { parseMessages } from './parse-messages';
import { Refusal } from './refusal';

const DEFAULT_MAXIMUM_TOKENS = 4096;
const LARGEST_MAXIMUM_TOKENS = 262_144;

/**
 * Checks a chat request as Baseten does.
 *
 * @param isModelApi Model APIs know their models, a dedicated deployment takes
 *   any name and no name.
 * @throws {Refusal}
 */
export function parseChatRequest(
  body: unknown,
  isModelApi: boolean,
): ChatRequest {
  if (!isRecord(body)) throw new Refusal(errorReply(400));
  const model = body.model ?? (isModelApi ? undefined : 'local-model');
  if (typeof model !== 'string') throw new Refusal(errorReply(400));
  if (isModelApi && findKnownModel(model) === undefined) {
    throw new Refusal(errorReply(404));
  }
  const messages = parseMessages(body.messages);
  const check = checkFor(model);

  checkMedia(messages, model, check);
  checkSampling(body, isModelApi, check);
  checkReasoningEffort(body.reasoning_effort, model, check);
  const tools = parseTools(body.tools, check);
  const streamOptions = asRecord(body.stream_options);
  const template = asRecord(
    body.chat_template_args ?? body.chat_template_kwargs,
  );
  return {
    model,
    messages,
    tools,
    toolChoice: parseToolChoice(body.tool_choice, tools, check),
    parallelToolCalls: body.parallel_tool_calls !== false,
    jsonSchema: parseJsonSchema(body.response_format, check),
    maximumTokens: parseMaximumTokens(body, check),
    stop: parseStop(body.stop, check),
    stream: body.stream === true,
    includeUsage: streamOptions.include_usage !== false,
    continuousUsage: streamOptions.continuous_usage_stats !== false,
    ...(typeof body.reasoning_effort === 'string' && {
      reasoningEffort: body.reasoning_effort,
    }),
    ...(typeof template.enable_thinking === 'boolean' && {
      enableThinking: template.enable_thinking,
    }),
  };
}

function parseTools(value: unknown, check: Check): ChatTool[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Refusal(errorReply(400));
  return value.map(tool => {
    const { type, function: declared } = asRecord(tool);
    check(
      type === 'function',
      'Validation: only tools of type `function` are supported',
    );
    const { name, description, parameters } = asRecord(declared);
    if (typeof name !== 'string') throw new Refusal(errorReply(400));
    return {
      name,
      description: typeof description === 'string' ? description : '',
      parameters: asRecord(parameters),
    };
  });
}

function parseToolChoice(
  value: unknown,
  tools: readonly ChatTool[],
  check: Check,
): ChatRequest['toolChoice'] {
  if (value === undefined || value === null) return 'auto';
  if (value === 'auto' || value === 'none' || value === 'required') {
    return value;
  }
  const { name } = asRecord(asRecord(value).function);
  const tool = tools.find(candidate => candidate.name === name);
  check(tool !== undefined, 'Validation: `tool_choice` names no known tool');
  return { name: tool?.name ?? '' };
}

function parseJsonSchema(
  format: unknown,
  check: Check,
): ChatRequest['jsonSchema'] {
  if (!isRecord(format) || format.type === 'text') return undefined;
  if (format.type === 'json_object') return {};
  check(
    format.type === 'json_schema' && isRecord(format.json_schema),
    'Validation: `response_format` is not supported',
  );
  const { name, schema } = asRecord(format.json_schema);
  check(
    typeof name === 'string' && name !== '',
    'Validation: `response_format.json_schema.name` cannot be empty',
  );
  return asRecord(schema);
}

function parseMaximumTokens(
  body: Record<string, unknown>,
  check: Check,
): number {
  // The schema knows `max_tokens` alone, the service obeys the other one too.
  const value =
    body.max_tokens ?? body.max_completion_tokens ?? DEFAULT_MAXIMUM_TOKENS;
  check(
    Number.isInteger(value) &&
      Number(value) >= 1 &&
      Number(value) <= LARGEST_MAXIMUM_TOKENS,
    `Validation: \`max_tokens\` must be between 1 and ${LARGEST_MAXIMUM_TOKENS}`,
  );
  return Number(value);
}

function parseStop(value: unknown, check: Check): string[] {
  const stop = typeof value === 'string' ? [value] : (value ?? []);
  const isList =
    Array.isArray(stop) &&
    stop.length <= 32 &&
    stop.every(item => typeof item === 'string');
  check(isList, 'Validation: `stop` must be a string or up to 32 strings');
  return isList ? stop : [];
}
