import { scoreText } from '../mind/score-text';
import { rerankError } from '../replies/error-envelopes';
import { jsonReply, type Reply } from '../replies/reply';
import { isRecord } from '../utils/is-record';
import {
  batchSizeMessage,
  type EmbeddingLimits,
  isTextList,
} from './answer-embeddings';

/** `POST <sync>/rerank`: best score first, as TEI servers answer. */
export function answerRerank(body: unknown, limits: EmbeddingLimits): Reply {
  if (!isRecord(body)) return rerankError(400, 'Invalid request body');
  const { query, texts } = body;
  if (typeof query !== 'string' || !isTextList(texts)) {
    return rerankError(
      422,
      '`query` must be a string and `texts` a list of strings',
    );
  }
  if (texts.length === 0) return rerankError(400, '`texts` cannot be empty');
  if (texts.length > limits.maximumBatchSize) {
    return rerankError(413, batchSizeMessage(texts.length, limits));
  }
  const direction = body.truncation_direction ?? 'Right';
  if (direction !== 'Left' && direction !== 'Right') {
    return rerankError(
      422,
      '`truncation_direction` must be one of `Left`, `Right`',
    );
  }
  const ranks = texts.map((text, index) => ({
    index,
    score: scoreText(query, text, body.raw_scores === true),
    ...(body.return_text === true && { text }),
  }));
  ranks.sort(
    (one, other) => other.score - one.score || one.index - other.index,
  );
  return jsonReply(200, ranks);
}
