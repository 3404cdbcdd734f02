import { InvalidArgumentError } from '@ai-sdk/provider';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ModelKind,
  parseBaseURL,
  parseModelURL,
} from '../../src/settings/parse-model-url';
import { captureError } from '../support/capture-error';

const HOST = 'https://model-abc.api.baseten.co';
const TARGETS = [
  '',
  '/production',
  '/development',
  '/environments/production',
  '/environments/staging',
  '/deployment/q1w2e3r4',
];
const WHERE =
  "A deployment's URL is https://model-ID.api.baseten.co/environments/production/sync/v1, with the model's id as its page on app.baseten.co shows it.";
const CHAT = 'Not supported. You must use a /sync/v1 endpoint for chat models.';
const EMBEDDINGS =
  'Not supported. You must use a /sync or /sync/v1 endpoint for embeddings.';

async function expectRefusal(
  argument: string,
  action: () => unknown,
  message: string,
) {
  const error = await captureError(action);
  expect(InvalidArgumentError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({ argument, message });
}

describe('parseModelURL', () => {
  describe.each(TARGETS)('with the target "%s"', target => {
    const targetURL = `${HOST}${target}`;

    it.each(['', '/', '///', '/rerank'])(
      'reads /sync followed by "%s"',
      end => {
        expect(parseModelURL(`${targetURL}/sync${end}`, 'embeddings')).toEqual({
          targetURL,
          endpoint: 'sync',
        });
      },
    );

    it.each([
      '/v1',
      '/v1/',
      '/v1//',
      '/v1/chat/completions',
      '/v1/chat/completions/',
      '/v1/embeddings',
      '/v1/embeddings/',
    ])('reads /sync followed by "%s" as its /sync/v1 endpoint', end => {
      for (const kind of ['chat', 'embeddings', 'reranking'] as const) {
        expect(parseModelURL(`${targetURL}/sync${end}`, kind)).toEqual({
          targetURL,
          endpoint: 'sync/v1',
        });
      }
    });

    it.each([
      ['/predict', 'a URL that ends in /predict'],
      ['/async_predict', 'a URL that ends in /async_predict'],
      ['/run_remote', 'a URL that ends in /run_remote'],
      ['/async/v1', 'a URL that ends in /v1'],
      ['/sync/v2', 'a URL that ends in /v2'],
      ['/sync/predict', 'a URL that ends in /predict'],
      ['/sync/embeddings', 'a URL that ends in /embeddings'],
      ['/v1', 'a URL that ends in /v1'],
      ['/resync', 'a URL that ends in /resync'],
      ['/Sync', 'a URL that ends in /Sync'],
    ])('refuses "%s" and says where the right URL is', async (path, seen) => {
      const url = `${targetURL}${path}`;
      const expectedOf = {
        chat: CHAT,
        embeddings: EMBEDDINGS,
        reranking: EMBEDDINGS.replace('embeddings', 'reranking'),
      };
      for (const kind of ['chat', 'embeddings', 'reranking'] as const) {
        await expectRefusal(
          'modelURL',
          () => parseModelURL(url, kind),
          `${expectedOf[kind]} Got ${seen}. ${WHERE}`,
        );
      }
    });
  });

  it.each<[url: string, kind: ModelKind, message: string]>([
    [HOST, 'chat', `${CHAT} Got a URL that ends in its host. ${WHERE}`],
    [`${HOST}/sync`, 'chat', `${CHAT} Got a URL that ends in /sync. ${WHERE}`],
    [
      'https://inference.baseten.co/v1',
      'chat',
      `${CHAT} Got the URL of the Model APIs: leave modelURL out and name a model.`,
    ],
    [
      'https://inference.baseten.co/v1/embeddings',
      'embeddings',
      `${EMBEDDINGS} Got the URL of the Model APIs, which serve chat models only. ${WHERE}`,
    ],
    [
      'https://app.baseten.co/models/abc123/overview',
      'chat',
      `${CHAT} Got a page of the dashboard. ${WHERE}`,
    ],
    [
      'https://app.baseten.co/models/abc123/sync/v1',
      'embeddings',
      `${EMBEDDINGS} Got a page of the dashboard. ${WHERE}`,
    ],
    [
      'https://chain-abc.api.baseten.co/environments/production/run_remote',
      'chat',
      `${CHAT} Got the URL of a chain. ${WHERE}`,
    ],
    // The specification's own sentence comes before the placeholder.
    [
      'https://model-{MODEL_ID}.api.baseten.co/environments/production/predict',
      'chat',
      `${CHAT} Got a URL that ends in /predict. ${WHERE}`,
    ],
  ])('says of %s for %s what it is', async (url, kind, message) => {
    await expectRefusal('modelURL', () => parseModelURL(url, kind), message);
  });

  it.each([
    ['{MODEL_ID}', '{MODEL_ID}'],
    ['XXXXXXXX', 'XXXXXXXX'],
    ['XXXX', 'XXXX'],
    ['xxxxxxxx', 'xxxxxxxx'],
    ['<model-id>', '<model-id>'],
    ['YOUR_MODEL_ID', 'YOUR_MODEL_ID'],
    ['undefined', 'undefined'],
    ['null', 'null'],
  ])('refuses the placeholder %s by its name', async (id, placeholder) => {
    for (const kind of ['chat', 'embeddings'] as const) {
      await expectRefusal(
        'modelURL',
        () => parseModelURL(`https://model-${id}.api.baseten.co/sync/v1`, kind),
        `Expected modelURL to hold the id of a model, got the placeholder ${placeholder}. ${WHERE}`,
      );
    }
  });

  it.each(['q1w2e3r4', 'xxx', 'abxxxxcd', 'undefine'])(
    'takes the id %s',
    id => {
      const targetURL = `https://model-${id}.api.baseten.co`;
      expect(parseModelURL(`${targetURL}/sync/v1`, 'chat')).toMatchObject({
        targetURL,
      });
    },
  );

  it.each([
    ['https://model-abc-staging.api.baseten.co/sync/v1', ''],
    ['http://localhost:8080/sync', ''],
    ['HTTPS://Model-ABC.api.baseten.co/sync', ''],
    ['http://[::1]:80/a/b/sync/v1', '/a/b'],
    [' https://model-abc.api.baseten.co/sync \n', ''],
    [new URL('https://model-abc.api.baseten.co/a/sync'), '/a'],
  ])('keeps host and path of %s', (modelURL, path) => {
    const { targetURL } = parseModelURL(modelURL, 'embeddings');
    expect(targetURL).toBe(`${new URL(modelURL).origin}${path}`);
  });

  it('gives the same for the root it gave', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: false, withFragments: false }),
        fc.constantFrom('/sync', '/sync/v1', '/sync/v1/embeddings/'),
        (prefix, path) => {
          const url = prefix.replace(/\/+$/, '') + path;
          const { targetURL } = parseModelURL(url, 'embeddings');
          expect(parseModelURL(`${targetURL}/sync`, 'embeddings')).toEqual({
            targetURL,
            endpoint: 'sync',
          });
        },
      ),
    );
  });
});

describe('parseBaseURL', () => {
  it.each([
    ['https://proxy.example.com/v1', 'https://proxy.example.com/v1'],
    ['https://proxy.example.com/v1//', 'https://proxy.example.com/v1'],
    ['https://proxy.example.com', 'https://proxy.example.com'],
    ['https://a.co/v1/chat/completions', 'https://a.co/v1'],
    ['https://a.co/v1/chat/completions/', 'https://a.co/v1'],
    [new URL('https://a.co/v1/'), 'https://a.co/v1'],
  ])('reads %s', (baseURL, expected) => {
    expect(parseBaseURL(baseURL)).toBe(expected);
  });

  it('refuses a page of the dashboard and a placeholder', async () => {
    await expectRefusal(
      'baseURL',
      () => parseBaseURL('https://app.baseten.co/v1'),
      'Expected baseURL to be the URL of an API, got a page of the dashboard.',
    );
    await expectRefusal(
      'baseURL',
      () => parseBaseURL('https://undefined/v1'),
      'Expected baseURL to be the URL of an API, got the placeholder undefined.',
    );
    await expectRefusal(
      'baseURL',
      () => parseBaseURL('https://{HOST}/v1'),
      'Expected baseURL to be the URL of an API, got the placeholder {HOST}.',
    );
  });
});

describe.each<[argument: string, parse: (setting: unknown) => unknown]>([
  ['modelURL', setting => parseModelURL(setting, 'embeddings')],
  ['baseURL', parseBaseURL],
])('a %s', (argument, parse) => {
  it.each([
    ['', 'an empty one: the variable that it comes from may not be set'],
    [' \n', 'an empty one: the variable that it comes from may not be set'],
    ['model-abc', 'one without https:// in front'],
    ['model-abc.api.baseten.co/sync', 'one without https:// in front'],
    ['/environments/production/sync', 'one without https:// in front'],
    ['//model-abc.api.baseten.co/sync', 'one without https:// in front'],
    ['localhost:8080/sync', 'one without https:// in front'],
    ['user:canary@host/sync', 'one without https:// in front'],
    [
      'https://',
      'one without a host: the variable that it comes from may not be set',
    ],
    [
      'https:///sync',
      'one without a host: the variable that it comes from may not be set',
    ],
    ['"https://model-abc.api.baseten.co/sync"', 'one in quotes: take them off'],
    ['https://model-abc.api.baseten.co/sync’', 'one in quotes: take them off'],
    ['https://model abc.api.baseten.co/sync', 'one with a space in it'],
    ['https://model-abc.api.baseten.co/ sync', 'one with a space in it'],
    ['https://user:canary@:bad', 'one that cannot be parsed'],
    ['https://host:port/sync?canary', 'one that cannot be parsed'],
    ['ftp://model-abc.api.baseten.co/sync', 'a ftp: URL'],
    [`${HOST}/sync?key=canary`, 'one with a query'],
    [`${HOST}/sync?`, 'one with a query'],
    [`${HOST}/sync#canary`, 'one with a fragment'],
    [`${HOST}/sync#`, 'one with a fragment'],
    ['https://canary@host.co/sync', 'one with user info'],
    ['https://user:canary@host.co/sync', 'one with user info'],
    ['https://:canary@host.co/sync', 'one with user info'],
    [new URL('https://user:canary@host.co/sync'), 'one with user info'],
    [5, 'a number'],
    [true, 'a boolean'],
    [{ canary: 1 }, 'an object'],
    [[`${HOST}/sync`], 'an array'],
    [() => 'canary', 'a function'],
    [null, 'null'],
  ])('is refused when it is %j, and what came is said', async (url, seen) => {
    await expectRefusal(
      argument,
      () => parse(url),
      `Expected ${argument} to be an absolute http(s) URL without query, fragment or user info, got ${seen}.`,
    );
  });

  const canary = 'canary-7f3a';
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.tuple(fc.webUrl(), fc.string()).map(parts => parts.join('')),
    fc
      .array(
        fc.constantFrom(
          ...['https', 'http', ':', '//', '/', '@', '?', '#', '=', '%', '\\'],
          ...['[', ']', ' ', '"', '\t', '.', 'a.co', ':80', '/sync', '/v1'],
        ),
        { maxLength: 12 },
      )
      .map(parts => parts.join('')),
  );

  it('has the origin that was given, or is an InvalidArgumentError, whatever comes', () => {
    fc.assert(
      fc.property(text, setting => {
        try {
          const result = parse(setting);
          const url =
            typeof result === 'string' ? result : Object(result).targetURL;
          expect(new URL(url)).toMatchObject({
            origin: new URL(setting).origin,
            username: '',
            password: '',
            search: '',
            hash: '',
          });
        } catch (error) {
          expect(InvalidArgumentError.isInstance(error)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is not repeated where it may hold a secret, whatever comes', () => {
    const place = fc.constantFrom('//KEY@', '//a:KEY@', '?KEY', '#KEY', 'KEY ');
    fc.assert(
      fc.property(text, place, text, (before, at, after) => {
        try {
          parse(`${before}${at.replace('KEY', canary)}${after}`);
        } catch (error) {
          const path = /that ends in \/.*/;
          expect(String(error).replace(path, '')).not.toContain(canary);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
