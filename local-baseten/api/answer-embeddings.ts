import { embedText } from '../mind/embed-text';
import { countTokens } from '../mind/split-tokens';
import { embeddingError } from '../replies/error-envelopes';
import { jsonReply, type Reply } from '../replies/reply';
import { isRecord } from '../utils/is-record';

const MAXIMUM_TOKENS_PER_TEXT = 8192;

export interface EmbeddingLimits {
  /** Length of the vectors unless a request asks for a shorter one. */
  readonly dimensions: number;
  readonly maximumBatchSize: number;
}

/** `POST <sync>/v1/embeddings` as an embedding server (BEI) answers it. */
export function answerEmbeddings(
  body: unknown,
  limits: EmbeddingLimits,
): Reply {
  if (!isRecord(body)) return embeddingError(400, 'Invalid request body');
  const { input, encoding_format: format = 'float' } = body;
  const texts = typeof input === 'string' ? [input] : input;
  if (!isTextList(texts)) {
    return embeddingError(422, '`input` must be a string or a list of strings');
  }
  if (texts.length === 0) {
    return embeddingError(400, '`input` cannot be empty');
  }
  if (texts.length > limits.maximumBatchSize) {
    return embeddingError(413, batchSizeMessage(texts.length, limits));
  }
  if (format !== 'float' && format !== 'base64') {
    return embeddingError(
      422,
      '`encoding_format` must be one of `float`, `base64`',
    );
  }
  const dimensions = body.dimensions ?? limits.dimensions;
  if (!isDimensions(dimensions, limits.dimensions)) {
    return embeddingError(
      422,
      `\`dimensions\` must be between 1 and ${limits.dimensions}`,
    );
  }
  return jsonReply(200, embeddingList(texts, dimensions, format));
}

export function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}

export function batchSizeMessage(
  size: number,
  { maximumBatchSize }: EmbeddingLimits,
): string {
  return `batch size ${size} > maximum allowed batch size ${maximumBatchSize}`;
}

function isDimensions(value: unknown, maximum: number): value is number {
  return (
    Number.isInteger(value) && Number(value) > 0 && Number(value) <= maximum
  );
}

function embeddingList(
  texts: string[],
  dimensions: number,
  format: 'float' | 'base64',
) {
  let tokens = 0;
  const data = texts.map((text, index) => {
    tokens += Math.min(countTokens(text), MAXIMUM_TOKENS_PER_TEXT);
    const vector = embedText(text, dimensions);
    const embedding = format === 'base64' ? toBase64(vector) : [...vector];
    return { object: 'embedding', index, embedding };
  });
  return {
    object: 'list',
    data,
    // The model that a request names is ignored.
    model: 'local-embeddings',
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
}

// Typed arrays are little-endian on every machine that Node.js runs on today.
function toBase64(vector: Float32Array): string {
  return Buffer.from(
    vector.buffer,
    vector.byteOffset,
    vector.byteLength,
  ).toString('base64');
}
