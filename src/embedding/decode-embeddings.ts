import { readInOrder } from '../batching/read-in-order';
import { describe, invalidReply } from '../errors/invalid-reply';
import { decodeBase64 } from './decode-base64';

/** What a reply of the embeddings endpoint holds. */
export interface DecodedEmbeddings {
  /** One vector per text, in the order of the texts. */
  embeddings: number[][];
  /** Tokens that the server counted; `undefined` if it did not say. */
  tokens: number | undefined;
  /** The rest of the reply, without the vectors. */
  rest: Record<string, unknown>;
}

/**
 * Reads a reply to `count` texts: vectors as base64 or as numbers, in any
 * order.
 *
 * @throws InvalidResponseDataError if it does not hold exactly one vector per
 * text, all of one length.
 */
export function decodeEmbeddings(
  reply: unknown,
  count: number,
): DecodedEmbeddings {
  const { data, ...rest }: Record<string, unknown> = Object(reply);
  const embeddings = readInOrder(data, count, ({ embedding }, index) => {
    const vector = decodeEmbedding(embedding);
    if (vector == null) {
      throw invalidReply(
        `embedding ${index} to be base64 of float32 values or an array of numbers, finite and not empty`,
        describe(embedding),
      );
    }
    return vector;
  });
  assertSameLength(embeddings);

  return { embeddings, tokens: readTokens(rest.usage), rest };
}

/** Whether the vectors of a reply are numbers; the first one tells. */
export function holdsNumbers(reply: unknown): boolean {
  const { data } = Object(reply);
  return Array.isArray(data) && Array.isArray(Object(data[0]).embedding);
}

/**
 * @throws InvalidResponseDataError if vectors differ in length: they could not
 * be compared with each other.
 */
export function assertSameLength(embeddings: readonly number[][]): void {
  const length = embeddings[0]?.length;
  const other = embeddings.find(embedding => embedding.length !== length);

  if (other != null) {
    throw invalidReply(
      `all embeddings to have ${length} dimensions`,
      `one with ${other.length}`,
    );
  }
}

function decodeEmbedding(embedding: unknown): number[] | undefined {
  if (typeof embedding === 'string') {
    return decodeBase64(embedding);
  }
  return Array.isArray(embedding) &&
    embedding.length > 0 &&
    embedding.every(value => Number.isFinite(value))
    ? embedding
    : undefined;
}

function readTokens(usage: unknown): number | undefined {
  const { prompt_tokens: tokens } = Object(usage);
  // Baseten sometimes sends counts as strings.
  return tokens != null && Number.isFinite(Number(tokens))
    ? Number(tokens)
    : undefined;
}
