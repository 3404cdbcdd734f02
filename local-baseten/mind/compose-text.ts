import { isRecord } from '../utils/is-record';
import type { ChatMessage, Medium, ToolCall } from './chat-request';
import { MARKDOWN_SAMPLE } from './markdown-sample';
import type { PromptFacts } from './prompt-facts';

type Rule = readonly [
  pattern: RegExp,
  answer: (match: RegExpExecArray) => string,
];

const RULES: readonly Rule[] = [
  [
    /\b(?:say|repeat|reply with|respond with|answer with|write)\b[^"“']*["“']([^"”]+?)["”'](?!\w)/i,
    ([, words]) => words ?? '',
  ],
  [
    /meaning of life/i,
    () =>
      'The meaning of life is to find what you love, to share it with others, and to leave the world a little kinder than you found it.',
  ],
  [
    /\bsay (hello|hi|good morning|goodbye)\b(?: (?:to|from) ([^.!?,]+))?/i,
    ([said, greeting = 'hello', whom]) => {
      const link = / from /i.test(said) ? 'from' : 'to';
      const rest = whom === undefined ? '' : ` ${link} ${whom}`;
      return `${greeting.charAt(0).toUpperCase()}${greeting.slice(1).toLowerCase()}${rest}!`;
    },
  ],
  [
    /^\W*(?:hello|hi|hey|good (?:morning|evening))\b/i,
    () => 'Hello! How can I help you today?',
  ],
  [
    /\bcount (?:from (\d+) )?(?:up )?to (\d+)/i,
    ([, from = '1', to = '10']) => countUp(Number(from), Number(to)),
  ],
  [/\bin markdown\b/i, () => MARKDOWN_SAMPLE],
  [
    /(-?\d+(?:\.\d+)?) *([-+*×x/÷]|plus|minus|times|divided by) *(-?\d+(?:\.\d+)?)/i,
    ([, left, operator, right]) =>
      arithmetic(Number(left), operator ?? '+', Number(right)),
  ],
];

const LONGEST_COUNT = 100_000;

/** What a model might say, in a sentence or two. */
export function composeText(
  messages: readonly ChatMessage[],
  facts: PromptFacts,
  toolCalls: readonly ToolCall[],
): string {
  if (facts.results.length > 0) return quoteResults(messages, toolCalls);
  const users = messages.filter(({ role }) => role === 'user');
  const media = users.at(-1)?.media ?? [];
  if (media.length > 0) {
    return `I see ${describeMedia(media)}. They belong to "${facts.topic}".`;
  }
  const name = rememberedName(users, facts);
  if (name !== undefined) return `Your name is ${name}.`;
  for (const [pattern, answer] of RULES) {
    const match = pattern.exec(facts.text);
    if (match !== null) return answer(match);
  }
  return (
    `Here is what comes to mind about "${facts.topic}". ` +
    'The local Baseten answers by rule rather than by a model, ' +
    'so take this as the place where a model would go on.'
  );
}

function quoteResults(
  messages: readonly ChatMessage[],
  toolCalls: readonly ToolCall[],
): string {
  const sentences = toolCalls.flatMap(({ id, name }) => {
    const result = messages.find(({ toolCallId }) => toolCallId === id);
    if (result === undefined) return [];
    const { text, media } = result;
    const seen = media.length === 0 ? '' : ` ${describeMedia(media)}`;
    return [`${name}: ${readable(text)}${seen}.`];
  });
  return `Here is what I found. ${sentences.join(' ')}`;
}

function readable(text: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  if (!isRecord(value)) return typeof value === 'string' ? value : text;
  return Object.entries(value)
    .map(([key, item]) => {
      const words = typeof item === 'string' ? item : JSON.stringify(item);
      return `${key} ${words}`;
    })
    .join(', ');
}

function describeMedia(media: readonly Medium[]): string {
  return media
    .map(({ kind, url }) => {
      const name = kind === 'video' ? 'a video' : `an ${kind}`;
      const [, type, data = ''] = /^data:([^;,]+)[^,]*,(.*)$/s.exec(url) ?? [];
      if (type === undefined) return `${name} at ${url}`;
      const bytes = Buffer.from(data, 'base64').length;
      return `${name} of type ${type} with ${bytes} bytes`;
    })
    .join(' and ');
}

function rememberedName(
  users: readonly ChatMessage[],
  facts: PromptFacts,
): string | undefined {
  if (!/\bmy name\b/i.test(facts.text)) return undefined;
  return users
    .flatMap(({ text }) => /\bmy name is (\p{L}+)/iu.exec(text)?.[1] ?? [])
    .at(-1);
}

function countUp(from: number, to: number): string {
  const length = Math.min(LONGEST_COUNT, Math.max(0, to - from + 1));
  return Array.from({ length }, (_, index) => from + index).join(', ');
}

function arithmetic(left: number, operator: string, right: number): string {
  const results: Record<string, number> = {
    '+': left + right,
    plus: left + right,
    '-': left - right,
    minus: left - right,
    '/': left / right,
    '÷': left / right,
    'divided by': left / right,
  };
  const result = results[operator.toLowerCase()] ?? left * right;
  return `${left} ${operator} ${right} = ${Number(result.toPrecision(12))}`;
}
