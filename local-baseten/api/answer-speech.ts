import { speak } from '../mind/speak';
import { gatewayError, nestedError } from '../replies/error-envelopes';
import { jsonReply, piecesReply, type Reply } from '../replies/reply';
import { asRecord } from '../utils/is-record';

const WAV = 'audio/wav';
const BYTES_PER_PIECE = 16_000;

/** `POST <sync>/v1/audio/speech` in OpenAI's format; the sound is a WAV. */
export function answerSpeech(body: unknown): Reply {
  const { input } = asRecord(body);
  if (typeof input !== 'string' || input === '') {
    return nestedError(400, 'Field required: input');
  }
  return piecesReply(WAV, [speak(input)]);
}

/**
 * `POST <target>/predict` of speech models: `prompt` is for Orpheus, which
 * streams a WAV with open sizes, and `text` for Kokoro, which sends JSON.
 */
export function answerPredictedSpeech(body: unknown): Reply {
  const { prompt, text, end_id: endId } = asRecord(body);
  if (typeof prompt === 'string') {
    // The model's server says so with a status of success.
    return endId === undefined
      ? piecesReply(WAV, split(speak(prompt, 'zero')))
      : jsonReply(200, { error: 'end_id is not supported' });
  }
  return typeof text === 'string'
    ? jsonReply(200, { base64: speak(text).toString('base64') })
    : gatewayError(400, 'Invalid request body');
}

function split(bytes: Buffer): Buffer[] {
  return Array.from(
    { length: Math.ceil(bytes.length / BYTES_PER_PIECE) },
    (_, index) =>
      bytes.subarray(index * BYTES_PER_PIECE, (index + 1) * BYTES_PER_PIECE),
  );
}
