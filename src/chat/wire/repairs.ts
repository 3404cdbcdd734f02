import type { JSONObject, JSONValue } from '@ai-sdk/provider';
import { isJsonObject } from '../../utils/json-object';
import type { ChatReply } from './chat-reply';

/** One way in which servers differ from OpenAI, and its repair. */
interface Repair {
  /** What is sent, and where it was seen. */
  readonly quirk: string;
  /** Whether a reply has it. Asked for every chunk, so it must be cheap. */
  readonly isNeeded: (reply: ChatReply) => boolean;
  /** The fields to replace. Does not change the reply in place. */
  readonly repair: (reply: ChatReply) => Partial<ChatReply>;
}

const REPAIRS: readonly Repair[] = [
  {
    quirk:
      'An error inside a choice: gateways that pass on what a model server reports.',
    isNeeded: ({ choice, error }) => !!choice.error && error === undefined,
    repair: ({ choice }) => ({ error: { error: choice.error } }),
  },
  {
    quirk:
      'An empty finish reason, on every chunk or at the end: public reports of engines.',
    isNeeded: ({ choice }) => choice.finish_reason === '',
    repair: ({ choice }) => ({ choice: { ...choice, finish_reason: null } }),
  },
  {
    quirk:
      'Reasoning in `reasoning`, with an empty `reasoning_content` beside it or none: vLLM.',
    isNeeded: ({ message }) =>
      !!message.reasoning && !message.reasoning_content,
    repair: ({ message }) => ({
      message: { ...message, reasoning_content: message.reasoning },
    }),
  },
  {
    quirk: 'Arguments of a tool call that are an object: custom servers.',
    isNeeded: ({ message: { tool_calls: calls } }) =>
      Array.isArray(calls) && calls.some(hasNoText),
    repair: ({ message }) => ({
      message: {
        ...message,
        tool_calls: Array.isArray(message.tool_calls)
          ? message.tool_calls.map(withText)
          : [],
      },
    }),
  },
  {
    quirk: "Counts of tokens that are strings: Baseten's own code.",
    isNeeded: ({ usage }) =>
      typeof usage?.prompt_tokens === 'string' ||
      typeof usage?.completion_tokens === 'string',
    repair: ({ usage }) => ({ usage: usage && withNumbers(usage) }),
  },
];

/** Whether any repair is needed. */
export function needsRepair(reply: ChatReply): boolean {
  return REPAIRS.some(({ isNeeded }) => isNeeded(reply));
}

/** Applies each repair that is needed. */
export function repair(reply: ChatReply): ChatReply {
  let repaired = reply;
  for (const row of REPAIRS) {
    if (row.isNeeded(repaired)) {
      repaired = { ...repaired, ...row.repair(repaired) };
    }
  }
  return repaired;
}

function hasNoText(call: JSONValue): boolean {
  return (
    isJsonObject(call) &&
    isJsonObject(call.function) &&
    typeof call.function.arguments !== 'string'
  );
}

function withText(call: JSONValue): JSONValue {
  if (!isJsonObject(call) || !isJsonObject(call.function)) {
    return call;
  }
  const { function: called } = call;
  return {
    ...call,
    function: { ...called, arguments: textOf(called.arguments) },
  };
}

function textOf(value: JSONValue | undefined): string {
  if (typeof value === 'string') {
    return value;
  }
  return value == null ? '' : JSON.stringify(value);
}

function withNumbers(counts: JSONObject): JSONObject {
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [
      name,
      typeof count === 'string' && /^\d+$/.test(count)
        ? Number(count)
        : isJsonObject(count)
          ? withNumbers(count)
          : count,
    ]),
  );
}
