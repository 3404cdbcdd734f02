import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  API_KEY_ENVIRONMENT_VARIABLE,
  BATCH_SIZE,
  CONCURRENT_REQUESTS,
  DEFAULT_BASE_URL,
  DEFAULT_MODEL_IDS,
  ENCODING_FORMAT,
  MAX_BODY_BYTES,
  MAX_ERROR_TEXT_LENGTH,
  MAX_REPLY_BYTES,
  MAX_UPLOAD_BYTES,
  PERFORMANCE_CLIENT,
  QUESTIONS_PER_REQUEST,
  SHARED_REQUESTS,
  TIMEOUT_SECONDS,
} from '../../src/settings/defaults';
import {
  BATCH_RETRIES,
  NATIVE_CLIENT_RETRIES,
  RETRY_WAIT,
} from '../../src/transport/retry-policy';
import { PROJECT } from '../../suites/lib/folders';
import { PAGES, readCode, readProse, readRows, readTables } from './markdown';

const LIMITS = {
  batchSize: BATCH_SIZE,
  maxConcurrentRequests: CONCURRENT_REQUESTS,
  timeoutSeconds: TIMEOUT_SECONDS,
  batchRetries: BATCH_RETRIES,
};

const RANGES = new Map(
  Object.entries(LIMITS).map(([name, { minimum, maximum }]) => [
    name,
    `${minimum} to ${maximum}`,
  ]),
);

/** What of the options and settings has a default, as it stands in code. */
const DEFAULTS = new Map([
  ['apiKey', API_KEY_ENVIRONMENT_VARIABLE],
  ['baseURL', `'${DEFAULT_BASE_URL}'`],
  ['performanceClient', String(PERFORMANCE_CLIENT)],
  ['encodingFormat', `'${ENCODING_FORMAT}'`],
  ...Object.entries(LIMITS).map(([name, limit]): [string, string] => [
    name,
    String(limit.default),
  ]),
]);

/** The comments in the source, by the option or setting below them. */
const COMMENTS = new Map(
  [
    'baseten-provider-settings',
    'chat/baseten-chat-language-model-options',
    'batching/deployment-options',
    'embedding/baseten-embedding-model-options',
    'reranking/baseten-reranking-model-options',
    'transcription/baseten-transcription-model-options',
    'speech/baseten-speech-model-options',
  ].flatMap(file => {
    const source = readFileSync(join(PROJECT, `src/${file}.ts`), 'utf8');
    return [
      ...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(\w+)\?:/g),
    ].map(([, comment = '', name = '']): [string, string] => [name, comment]);
  }),
);

/** The value in a comment's `@default`. */
function readDefault(name: string): string | undefined {
  const text = /@default (.+)/.exec(COMMENTS.get(name) ?? '')?.[1] ?? '';
  return /'[^'\s]*'|\b(?:true|false|\d+|[A-Z_]{5,})\b/.exec(text)?.[0];
}

describe('the comments in the source', () => {
  it.each([...DEFAULTS])('have the default of %s', (name, value) => {
    expect(readDefault(name)).toBe(value);
  });

  it.each([...RANGES])('have the range of %s', (name, range) => {
    expect(COMMENTS.get(name)).toMatch(new RegExp(`\\b${range}\\b`));
  });
});

/** Every table that says something about options or settings. */
const tables = ['README.md', ...PAGES].flatMap(page =>
  readTables(page)
    .filter(({ columns }) => /option|setting/.test(columns[0] ?? ''))
    .map(table => ({ page, ...table })),
);

describe('the tables', () => {
  it.each(tables)('of $page, $heading, agree with the source', ({ rows }) => {
    for (const { option, setting, ...row } of rows) {
      const [name = ''] = readCode(option ?? setting);

      expect([...COMMENTS.keys()]).toContain(name);
      if (row.default != null) {
        expect([name, readCode(row.default)[0]]).toEqual([
          name,
          DEFAULTS.get(name) ?? readDefault(name),
        ]);
      }
      if (row.range != null && RANGES.has(name)) {
        expect([name, row.range]).toEqual([name, RANGES.get(name)]);
      }
    }
  });

  it('are there', () => {
    expect(
      tables.filter(({ columns }) => columns.includes('default')),
    ).toMatchObject([
      { page: 'README.md' },
      { page: 'docs/options.md' },
      { page: 'docs/settings.md' },
    ]);
  });
});

describe('the pages', () => {
  it('name the default model ids', () => {
    const rows = readRows('docs/dedicated-models.md', 'model', 'id');
    expect(rows.map(({ id }) => readCode(id)[0])).toEqual([
      DEFAULT_MODEL_IDS.dedicatedChat,
      DEFAULT_MODEL_IDS.embedding,
      DEFAULT_MODEL_IDS.reranking,
      DEFAULT_MODEL_IDS.decision,
      DEFAULT_MODEL_IDS.transcription,
      DEFAULT_MODEL_IDS.speech,
    ]);
  });

  it('have the fixed limits', () => {
    const rows = readRows('docs/options.md', 'limit', 'value');
    expect(rows.map(({ value }) => value)).toEqual([
      QUESTIONS_PER_REQUEST.toLocaleString('en'),
      `${MAX_UPLOAD_BYTES / 1e6} MB`,
      `${MAX_BODY_BYTES / 1e6} MB`,
      `${MAX_REPLY_BYTES / 1e6} MB`,
      `${SHARED_REQUESTS}`,
      `${RETRY_WAIT.initialInMs} ms, with jitter`,
      `${RETRY_WAIT.backoffFactor} times as long`,
      `${RETRY_WAIT.maxRetryAfterInMs / 1000} seconds`,
      `${MAX_ERROR_TEXT_LENGTH}`,
    ]);
  });

  it.each([
    ['docs/embeddings.md', `in batches of at most ${BATCH_SIZE.default},`],
    ['docs/embeddings.md', `at most ${MAX_BODY_BYTES / 1e6} MB of JSON`],
    [
      'docs/embeddings.md',
      `At most ${CONCURRENT_REQUESTS.default} batches are in flight`,
    ],
    ['docs/embeddings.md', `up to ${BATCH_RETRIES.default} times`],
    ['docs/embeddings.md', `at most ${SHARED_REQUESTS} requests in flight`],
    ['docs/embeddings.md', `a reply of more than ${MAX_REPLY_BYTES / 1e6} MB`],
    [
      'docs/embeddings.md',
      `header of up to ${RETRY_WAIT.maxRetryAfterInMs / 1000} seconds`,
    ],
    [
      'docs/embeddings.md',
      `the native client always retries ${NATIVE_CLIENT_RETRIES} times`,
    ],
    [
      'docs/transports.md',
      `a \`batchRetries\` other than ${NATIVE_CLIENT_RETRIES} |`,
    ],
    [
      'docs/transports.md',
      `| ${NATIVE_CLIENT_RETRIES} by the client, which cannot be switched off | ${BATCH_RETRIES.default}, or`,
    ],
    [
      'docs/transports.md',
      `\`timeoutSeconds\`, ${TIMEOUT_SECONDS.default} by default`,
    ],
    ['README.md', `in batches of at most ${BATCH_SIZE.default},`],
  ])('%s says: %s', (page, words) => {
    expect(readProse(page)).toContain(words);
  });
});
