import { isDeepStrictEqual } from 'node:util';
import type { ChatCase } from './chat-cases';
import type { Part } from './read-parts';

/** A difference that the documentation names. */
interface Difference<COMPARED> {
  name: string;
  /** The page and the words on it that say so. */
  page: string;
  words: string;
  explains(compared: COMPARED): boolean;
}

interface ComparedChat {
  chat: ChatCase;
  /** What this package makes of the reply. */
  ours: Part[];
  /** What plain openai-compatible makes of it. */
  plain: Part[];
}

/** What this package does otherwise than openai-compatible. */
export const CHAT_DIFFERENCES: ReadonlyArray<Difference<ComparedChat>> = [
  {
    name: 'a stream that is cut ends with an error, without tool calls',
    page: 'docs/chat.md',
    words: 'Its tool calls are withheld, since they may be incomplete.',
    explains: ({ chat, ours, plain }) =>
      chat.isStream &&
      chat.isCut &&
      ours.some(({ type }) => type === 'error') &&
      !ours.some(({ type }) => type === 'tool-call') &&
      isDeepStrictEqual(findSaid(ours), findSaid(plain)),
  },
  {
    name: 'the last event of a stream that is cut counts without its end',
    page: 'docs/chat.md',
    words: 'even a last event whose closing empty line is missing',
    explains: ({ chat, ours, plain }) =>
      chat.isStream &&
      chat.isCut &&
      ours.every(hasWholeInput) &&
      ['reasoning-delta', 'text-delta'].every(type =>
        join(ours, type).startsWith(join(plain, type)),
      ),
  },
];

/** It may be the event with the finish reason: then tool calls are complete. */
function hasWholeInput({ type, input }: Part): boolean {
  try {
    return type !== 'tool-call' || JSON.parse(String(input)) !== undefined;
  } catch {
    return false;
  }
}

function join(parts: Part[], type: string): string {
  return parts
    .filter(part => part.type === type)
    .map(({ delta }) => delta)
    .join('');
}

/** What a stream says, without its end and its tool calls. */
function findSaid(parts: Part[]): Part[] {
  return parts.filter(
    ({ type }) => !/^(?:error|finish|tool-.*|.*-end)$/.test(type),
  );
}

interface ComparedVectors {
  transport: string;
  ours: number[][] | undefined;
  /** What naive code decodes. */
  plain: number[][] | undefined;
}

export const EMBEDDING_DIFFERENCES: ReadonlyArray<Difference<ComparedVectors>> =
  [
    {
      name: 'the last bit of a number over native',
      page: 'docs/transports.md',
      words: 'the last bit may differ from the text',
      explains: ({ transport, ours, plain }) =>
        transport === 'native' &&
        ours !== undefined &&
        plain !== undefined &&
        isDeepStrictEqual(roundAll(ours), roundAll(plain)),
    },
  ];

/** Numbers of the precision that vectors have. */
function roundAll(vectors: number[][]): number[][] {
  return vectors.map(vector => vector.map(Math.fround));
}
