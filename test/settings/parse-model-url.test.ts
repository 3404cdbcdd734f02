import { InvalidArgumentError } from '@ai-sdk/provider';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
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

describe('parseModelURL', () => {
  describe.each(TARGETS)('with the target "%s"', target => {
    const syncURL = `${HOST}${target}/sync`;

    it.each(['', '/', '///'])('reads /sync followed by "%s"', slashes => {
      expect(parseModelURL(`${syncURL}${slashes}`)).toEqual({
        syncURL,
        endpoint: 'sync',
      });
    });

    it.each([
      '/v1',
      '/v1/',
      '/v1//',
      '/v1/chat/completions',
      '/v1/chat/completions/',
      '/v1/embeddings',
      '/v1/embeddings/',
    ])('reads /sync followed by "%s" as its /sync/v1 endpoint', path => {
      expect(parseModelURL(`${syncURL}${path}`)).toEqual({
        syncURL,
        endpoint: 'sync/v1',
      });
    });

    it.each([
      '/predict',
      '/async_predict',
      '/async/v1',
      '/sync/v2',
      '/sync/v1/models',
      '/sync/predict',
      '/sync/embeddings',
      '/sync/chat/completions',
      '/v1',
      '/v1/embeddings',
      '/resync',
      '/Sync',
    ])('knows no endpoint at "%s"', path => {
      expect(parseModelURL(`${HOST}${target}${path}`).endpoint).toBeUndefined();
    });
  });

  it.each([
    ['https://model-abc-staging.api.baseten.co/sync/v1', '/sync'],
    ['http://localhost:8080/sync', '/sync'],
    ['HTTPS://Model-ABC.api.baseten.co/sync', '/sync'],
    ['http://[::1]:80/a/b/sync/v1', '/a/b/sync'],
  ])('keeps host and path of %s', (modelURL, path) => {
    const { syncURL } = parseModelURL(modelURL);
    expect(syncURL).toBe(`${new URL(modelURL).origin}${path}`);
  });

  it.each([
    ['', '""'],
    ['model-abc', '"model-abc"'],
    ['/environments/production/sync', '"/environments/production/sync"'],
    ['//model-abc.api.baseten.co/sync', '"//model-abc.api.baseten.co/sync"'],
    ['https://', '"https://"'],
    ['ftp://model-abc.api.baseten.co/sync', 'a ftp: URL'],
    ['localhost:8080/sync', 'a localhost: URL'],
    [`${HOST}/sync?key=1`, 'one with a query'],
    [`${HOST}/sync?`, 'one with a query'],
    [`${HOST}/sync#top`, 'one with a fragment'],
    [`${HOST}/sync#`, 'one with a fragment'],
    ['https://user@host.co/sync', 'one with user info'],
    ['https://user:secret@host.co/sync', 'one with user info'],
    ['https://:secret@host.co/sync', 'one with user info'],
  ])('refuses %j and says what came', async (modelURL, received) => {
    const error = await captureError(() => parseModelURL(modelURL));

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      argument: 'modelURL',
      message: `Expected modelURL to be an absolute http(s) URL without query, fragment or user info, got ${received}.`,
    });
  });

  it('gives the same for the root it gave', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: false, withFragments: false }),
        fc.constantFrom('/sync', '/sync/v1', '/sync/v1/embeddings/'),
        (prefix, path) => {
          const { syncURL } = parseModelURL(prefix.replace(/\/+$/, '') + path);
          expect(parseModelURL(syncURL)).toEqual({ syncURL, endpoint: 'sync' });
          expect(parseModelURL(`${syncURL}/v1`)).toEqual({
            syncURL,
            endpoint: 'sync/v1',
          });
        },
      ),
    );
  });

  it('gives a URL of the same origin or an InvalidArgumentError, whatever comes', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.tuple(fc.webUrl(), fc.string()).map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(anything, modelURL => {
        try {
          const { syncURL } = parseModelURL(modelURL);
          expect(new URL(syncURL).origin).toBe(new URL(modelURL).origin);
        } catch (error) {
          expect(InvalidArgumentError.isInstance(error)).toBe(true);
        }
      }),
    );
  });
});

describe('parseBaseURL', () => {
  it.each([
    ['https://proxy.example.com/v1', 'https://proxy.example.com/v1'],
    ['https://proxy.example.com/v1//', 'https://proxy.example.com/v1'],
    ['/api/baseten', '/api/baseten'],
  ])('takes the slash off %s', (baseURL, expected) => {
    expect(parseBaseURL(baseURL)).toBe(expected);
  });

  it.each([
    'https://user:canary@proxy.example.com/v1',
    'https://proxy.example.com/v1?token=canary',
    'https://proxy.example.com/v1#canary',
  ])('refuses %s without repeating its secret', async baseURL => {
    const error = await captureError(() => parseBaseURL(baseURL));

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(String(error)).not.toContain('canary');
  });
});

it('does not repeat the user info of a modelURL that is no URL', async () => {
  const error = await captureError(() =>
    parseModelURL('https://user:canary@:bad'),
  );

  expect(String(error)).toContain('***@:bad');
  expect(String(error)).not.toContain('canary');
});
