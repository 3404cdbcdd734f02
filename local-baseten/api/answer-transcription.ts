import { transcribe } from '../mind/transcribe';
import { nestedError } from '../replies/error-envelopes';
import { jsonReply, type Reply } from '../replies/reply';
import { asRecord } from '../utils/is-record';
import { isUploadedFile } from '../utils/uploaded-file';

/** `POST <sync>/v1/audio/transcriptions`, a form in OpenAI's format. */
export function answerTranscription(body: unknown): Reply {
  const { file, response_format: format = 'json' } = asRecord(body);
  if (!isUploadedFile(file)) {
    return nestedError(400, 'Field required: file');
  }
  if (!/\.[\w-]+$/.test(file.name)) {
    return nestedError(400, `Unknown kind of file: ${file.name}`);
  }
  if (file.bytes.length === 0) return nestedError(400, 'The file is empty');

  const { segments, seconds } = transcribe(file.bytes);
  const text = segments.map(segment => segment.text).join(' ');
  const granularities = [
    asRecord(body)['timestamp_granularities[]'] ?? [],
  ].flat();
  return jsonReply(
    200,
    format === 'verbose_json'
      ? {
          text,
          language: 'en',
          duration: seconds,
          segments: segments.map(({ words: _, ...segment }) => segment),
          ...(granularities.includes('word') && {
            words: segments.flatMap(({ words }) =>
              words.map(({ text: word, start, end }) => ({ word, start, end })),
            ),
          }),
        }
      : { text },
  );
}
