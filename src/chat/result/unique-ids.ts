import type { LanguageModelV4Prompt } from '@ai-sdk/provider';

/** `functions.NAME:N`: Kimi's form, the only one that its parser accepts. */
const NUMBERED = /^(functions\..+:)(\d+)$/;

/**
 * Makes the ids of a reply's tool calls unique in the whole conversation: some
 * models give one id to several calls or the same ids in every reply.
 *
 * A taken id of the form `functions.NAME:N` gets the next free number of the
 * conversation, any other id a suffix.
 *
 * @returns a function that gives each call its id.
 */
export function createUniqueIds(
  prompt: LanguageModelV4Prompt,
): (id: string) => string {
  const taken = new Set<string>();
  /** The last suffix tried, by id. */
  const suffixes = new Map<string, number>();
  let lastNumber = -1;

  const take = (id: string): string => {
    taken.add(id);
    lastNumber = Math.max(lastNumber, Number(NUMBERED.exec(id)?.[2] ?? -1));
    return id;
  };

  const withSuffix = (id: string): string => {
    let count = suffixes.get(id) ?? 1;
    let unique: string;
    do {
      count += 1;
      unique = `${id}-${count}`;
    } while (taken.has(unique));
    suffixes.set(id, count);
    return unique;
  };

  for (const { role, content } of prompt) {
    for (const part of role === 'assistant' ? content : []) {
      if (part.type === 'tool-call') {
        take(part.toolCallId);
      }
    }
  }

  return id => {
    if (!taken.has(id)) {
      return take(id);
    }
    const family = NUMBERED.exec(id)?.[1];
    return take(
      family === undefined ? withSuffix(id) : `${family}${lastNumber + 1}`,
    );
  };
}
