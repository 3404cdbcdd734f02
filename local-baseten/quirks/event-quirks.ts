import { StrayText } from '../replies/reply';
import { asRecord, isRecord } from '../utils/is-record';
import { type Json, onChoices, onMessages } from './field-quirks';

/** Puts something between the events, about half-way. */
export function insert(...events: unknown[]): (all: unknown[]) => unknown[] {
  return all => {
    const half = Math.ceil(all.length / 2);
    return [...all.slice(0, half), ...events, ...all.slice(half)];
  };
}

/** Sends text instead of the second half of the events, then `[DONE]`. */
export function breakOffWith(text: string): (all: unknown[]) => unknown[] {
  return all => [
    ...all.slice(0, Math.ceil(all.length / 2)),
    new StrayText(`${text}\n`),
    '[DONE]',
  ];
}

/** Leaves the last delta of a call out and all that follows, but `[DONE]`. */
export function breakOffCall(all: unknown[]): unknown[] {
  const last = all.map(event => deltasOf(event).length > 0).lastIndexOf(true);
  return last === -1 ? all : [...all.slice(0, last), '[DONE]'];
}

/** What servers send to keep a connection alive. */
export const KEEP_ALIVES = [
  new StrayText(': keep-alive\n\n'),
  new StrayText('data:\n\n'),
  {},
  { type: 'ping' },
];

/** Gives each whole call once more with the finish reason. */
export function repeatCalls(all: unknown[]): unknown[] {
  const calls = new Map<unknown, Json>();
  for (const delta of all.flatMap(deltasOf)) {
    const { name, arguments: piece } = asRecord(delta.function);
    const known = calls.get(delta.index) ?? { ...delta, function: {} };
    const called = asRecord(known.function);
    calls.set(delta.index, {
      ...known,
      function: {
        name: called.name ?? name,
        arguments: `${called.arguments ?? ''}${piece}`,
      },
    });
  }
  const tool_calls = [...calls.values()];
  return onChunks(
    onChoices(choice =>
      choice.finish_reason === undefined || tool_calls.length === 0
        ? choice
        : { ...choice, delta: { ...asRecord(choice.delta), tool_calls } },
    ),
  )(all);
}

/** Changes the chunks among the events. */
export function onChunks(
  change: (chunk: Json) => Json,
): (all: unknown[]) => unknown[] {
  return all =>
    all.map(event =>
      isRecord(event) && Array.isArray(event.choices) ? change(event) : event,
    );
}

/** Gives the arguments of each call as an object, in its first delta. */
export function objectArguments(all: unknown[]): unknown[] {
  const whole = new Map<unknown, string>();
  for (const { index, function: called } of all.flatMap(deltasOf)) {
    const { arguments: piece } = asRecord(called);
    whole.set(index, `${whole.get(index) ?? ''}${piece}`);
  }
  const seen = new Set<unknown>();
  return all.filter(event => {
    const [delta] = deltasOf(event);
    if (delta === undefined) return true;
    if (seen.has(delta.index)) return false;
    seen.add(delta.index);
    asRecord(delta.function).arguments = JSON.parse(
      whole.get(delta.index) ?? '{}',
    );
    return true;
  });
}

/** Gives the reasoning as text between tags. */
export function fuseThinking(all: unknown[]): unknown[] {
  let isThinking = false;
  return onChunks(
    onMessages(({ reasoning_content: reasoning, ...delta }) => {
      const wasThinking = isThinking;
      isThinking = reasoning !== undefined;
      if (isThinking) {
        return {
          ...delta,
          content: `${wasThinking ? '' : '<think>'}${reasoning}`,
        };
      }
      return wasThinking
        ? { ...delta, content: `</think>\n\n${delta.content ?? ''}` }
        : delta;
    }),
  )(all);
}

/** The same, as the choice with index 1 and another text. */
export const asSecond = onChoices(
  choice => ({ ...choice, index: 1 }),
  message =>
    typeof message.content === 'string'
      ? { ...message, content: 'Other.' }
      : message,
);

/** Sends a chunk for a second choice before that for the first. */
export function withSecondChoice(event: unknown): unknown[] {
  return isRecord(event) && Array.isArray(event.choices) && event.choices[0]
    ? [asSecond(event), event]
    : [event];
}

/** Puts what a usual chunk has in `delta` into `message`. */
export const messageForDelta = onChoices(({ delta, ...choice }) => ({
  ...choice,
  message: delta,
}));

/** Gives `null` for the empty list of choices. */
export function nullChoices(reply: Json): Json {
  const { choices } = reply;
  return Array.isArray(choices) && choices.length === 0
    ? { ...reply, choices: null }
    : reply;
}

/** Leaves the empty list of choices out. */
export function withoutEmptyChoices(reply: Json): Json {
  const { choices, ...rest } = reply;
  return Array.isArray(choices) && choices.length === 0 ? rest : reply;
}

function deltasOf(event: unknown): Json[] {
  const { choices } = asRecord(event);
  const [choice] = Array.isArray(choices) ? choices : [];
  const { tool_calls: calls } = asRecord(asRecord(choice).delta);
  return Array.isArray(calls) ? calls.map(asRecord) : [];
}
