import { AISDKError, APICallError } from 'ai';
import { expect, it, vi } from 'vitest';
import { readCode, readTables } from './markdown';
import { provokeErrors } from './provoke-errors';

/** A message of the page as a pattern: `...` stands for what differs. */
function toPattern(message: string): string {
  return `^${message
    .split('...')
    .map(text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^]*')}\\.?$`;
}

it('the page of errors has every message, with class, status and whether it can be repeated', async () => {
  vi.stubEnv('BASETEN_API_KEY', undefined);
  const errors = await provokeErrors();
  vi.unstubAllEnvs();

  const rows = readTables('docs/errors.md')
    .flatMap(table => table.rows)
    .filter(({ message }) => message != null);
  const found = rows.map(row => {
    const [message = ''] = readCode(row.message);
    const error = errors.find(
      candidate =>
        candidate instanceof Error &&
        new RegExp(toPattern(message)).test(candidate.message),
    );
    return {
      message,
      class: AISDKError.isInstance(error)
        ? error.name.replace(/^AI_/, '')
        : undefined,
      status: APICallError.isInstance(error) ? error.statusCode : undefined,
      isRetryable: APICallError.isInstance(error)
        ? error.isRetryable
        : undefined,
    };
  });

  expect(found).toEqual(
    rows.map((row, index) => ({
      message: readCode(row.message)[0],
      // Where all errors of a table are of one class, the text before says so.
      class: readCode(row.class)[0] ?? 'APICallError',
      status: row.status == null ? found[index]?.status : Number(row.status),
      isRetryable:
        row.isRetryable == null
          ? found[index]?.isRetryable
          : row.isRetryable === 'yes',
    })),
  );
});
