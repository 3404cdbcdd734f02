import { InvalidResponseDataError } from '@ai-sdk/provider';
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

  if (!Array.isArray(data) || data.length !== count) {
    throw invalidReply(
      `${count} embeddings in data`,
      Array.isArray(data) ? `${data.length}` : describe(data),
      rest,
    );
  }

  const embeddings = new Array<number[]>(count);
  let length: number | undefined;

  for (const item of data) {
    const { index, embedding } = Object(item);
    const vector = decodeEmbedding(embedding);

    if (!(Number.isInteger(index) && index >= 0 && index < count)) {
      throw invalidReply(
        `an index from 0 to ${count - 1}`,
        describe(index),
        rest,
      );
    }
    if (embeddings[index] != null) {
      throw invalidReply('each index once', `${index} twice`, rest);
    }
    if (vector == null) {
      throw invalidReply(
        `embedding ${index} to be base64 of float32 values or an array of numbers, not empty`,
        describe(embedding),
        rest,
      );
    }
    length ??= vector.length;
    if (vector.length !== length) {
      throw differentLengths(length, vector.length);
    }
    embeddings[index] = vector;
  }

  return { embeddings, tokens: readTokens(rest.usage), rest };
}

/** The error for vectors that cannot be compared with each other. */
export function differentLengths(
  expected: number,
  received: number,
): InvalidResponseDataError {
  return invalidReply(
    `all embeddings to have ${expected} dimensions`,
    `one with ${received}`,
    { expected, received },
  );
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
  // Baseten now and then sends counts as strings.
  const tokens = Number(Object(usage).prompt_tokens ?? Number.NaN);
  return Number.isFinite(tokens) ? tokens : undefined;
}

function invalidReply(
  expected: string,
  received: string,
  data: unknown,
): InvalidResponseDataError {
  return new InvalidResponseDataError({
    data,
    message: `Invalid embeddings reply: expected ${expected}, got ${received}.`,
  });
}

/** Names what came without repeating a vector. */
function describe(value: unknown): string {
  if (typeof value === 'string') {
    return `a string of ${value.length} characters`;
  }
  if (Array.isArray(value)) {
    return `an array of ${value.length}`;
  }
  return value != null && typeof value === 'object'
    ? 'an object'
    : String(value);
}
