import { describe, invalidReply } from '../errors/invalid-reply';

/**
 * Reads the items of a reply to `count` texts into the order of the texts, by
 * the `index` that each item names.
 *
 * @throws InvalidResponseDataError unless each index comes exactly once.
 */
export function readInOrder<RESULT>(
  items: unknown,
  count: number,
  read: (item: Record<string, unknown>, index: number) => RESULT,
): RESULT[] {
  if (!Array.isArray(items) || items.length !== count) {
    throw invalidReply(
      `an array of ${count}, one item for each text`,
      describe(items),
    );
  }

  const results = new Array<RESULT>(count);
  for (const item of items) {
    const { index } = Object(item);
    if (!(Number.isInteger(index) && index >= 0 && index < count)) {
      throw invalidReply(`an index from 0 to ${count - 1}`, describe(index));
    }
    if (index in results) {
      throw invalidReply('each index once', `${index} again`);
    }
    results[index] = read(item, index);
  }

  return results;
}
