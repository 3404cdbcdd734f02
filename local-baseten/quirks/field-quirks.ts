import { asRecord, isRecord } from '../utils/is-record';

/** The JSON of a chunk or of a whole reply. */
export type Json = Record<string, unknown>;

/** Changes each choice, and its `delta` or `message` by a second function. */
export function onChoices(
  changeChoice: (choice: Json) => Json,
  changeMessage: (message: Json) => Json = message => message,
): (reply: Json) => Json {
  return reply => ({
    ...reply,
    choices: list(reply.choices).map(choice => {
      const changed = changeChoice(asRecord(choice));
      const name = 'delta' in changed ? 'delta' : 'message';
      return isRecord(changed[name])
        ? { ...changed, [name]: changeMessage(changed[name]) }
        : changed;
    }),
  });
}

export function onMessages(
  change: (message: Json) => Json,
): (reply: Json) => Json {
  return onChoices(choice => choice, change);
}

/** Changes the tool calls of a message, or their deltas. */
export function onToolCalls(
  change: (call: Json, place: number) => Json,
): (reply: Json) => Json {
  return onMessages(message =>
    Array.isArray(message.tool_calls)
      ? {
          ...message,
          tool_calls: message.tool_calls.map((call, place) =>
            change(asRecord(call), place),
          ),
        }
      : message,
  );
}

/** Changes name and arguments of tool calls. */
export function onFunctions(
  change: (called: Json) => Json,
): (reply: Json) => Json {
  return onToolCalls(call => ({
    ...call,
    function: change(asRecord(call.function)),
  }));
}

/** Gives the reason instead of the usual one. */
export function finishWith(reason: string): (reply: Json) => Json {
  return onChoices(choice =>
    choice.finish_reason === undefined
      ? choice
      : { ...choice, finish_reason: reason },
  );
}

/** Gives the reasoning in `reasoning`, beside an empty `reasoning_content`. */
export function renameReasoning({
  reasoning_content: reasoning,
  ...message
}: Json): Json {
  return reasoning === undefined
    ? message
    : { ...message, reasoning_content: '', reasoning };
}

/** Gives the reasoning of a whole reply as text between tags. */
export function fuseReplyThinking({
  reasoning_content: reasoning,
  ...message
}: Json): Json {
  return reasoning === undefined
    ? message
    : {
        ...message,
        content: `<think>${reasoning}</think>\n\n${message.content ?? ''}`,
      };
}

/** Counts reasoning tokens at the top of the usage, not in its details. */
export function countReasoningAtTop({ usage, ...reply }: Json): Json {
  if (!isRecord(usage)) return { ...reply, usage };
  const { completion_tokens_details: details, ...counts } = usage;
  const { reasoning_tokens } = asRecord(details);
  return { ...reply, usage: { ...counts, reasoning_tokens } };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
