import { InvalidArgumentError, LoadAPIKeyError } from '@ai-sdk/provider';
import { embed, generateText } from 'ai';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type BasetenProviderSettings,
  createBaseten,
  VERSION,
} from '../../src';
import { captureError } from '../support/capture-error';
import { PerformanceClient } from '../support/native-client';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const { baseURL, apiKey, modelURL } = server;

type Headers = Record<string, string>;
type Ask = (
  settings: BasetenProviderSettings,
  headers?: Headers,
) => PromiseLike<unknown>;

const askChat: Ask = (settings, headers = {}) =>
  generateText({
    model: createBaseten({ baseURL, ...settings })('openai/gpt-oss-120b'),
    prompt: 'Hi',
    headers,
  });

const askChatStream: Ask = async (settings, headers = {}) => {
  const model = createBaseten({ baseURL, ...settings })('openai/gpt-oss-120b');
  const { stream } = await model.doStream({
    prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
    headers,
  });
  for await (const _part of stream);
};

const askEmbedding =
  (performanceClient: boolean): Ask =>
  (settings, headers = {}) =>
    embed({
      model: createBaseten({
        modelURL,
        // Calls of one batch use the native client only where it is passed.
        performanceClient: performanceClient && PerformanceClient,
        ...settings,
      }).embeddingModel(),
      value: 'a',
      headers,
    });

const OVER_HTTP: Array<[name: string, ask: Ask]> = [
  ['chat', askChat],
  ['a chat stream', askChatStream],
  ['embeddings over http', askEmbedding(false)],
];
const ALL: typeof OVER_HTTP = [
  ...OVER_HTTP,
  ['embeddings over native', askEmbedding(true)],
];

const sentHeaders = () => server.requests.map(({ headers }) => headers);
const userAgents = () => sentHeaders()[0]?.['user-agent']?.split(' ');

beforeEach(() => {
  vi.stubEnv('BASETEN_API_KEY', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(ALL)('the key of %s', (_name, ask) => {
  it('is sent as a bearer token', async () => {
    await ask({ apiKey });
    expect(sentHeaders()).toMatchObject([
      { authorization: `Bearer ${apiKey}` },
    ]);
  });

  it('is sent without white space around it', async () => {
    await ask({ apiKey: ` ${apiKey}\n` });
    expect(sentHeaders()).toMatchObject([
      { authorization: `Bearer ${apiKey}` },
    ]);
  });

  it.each([
    'Bearer KEY',
    'bearer KEY',
    'Api-Key KEY',
    'Authorization: Api-Key KEY',
  ])('may be pasted as %j', async pasted => {
    await ask({ apiKey: pasted.replace('KEY', apiKey) });
    expect(sentHeaders()).toMatchObject([
      { authorization: `Bearer ${apiKey}` },
    ]);
  });

  it('may be a promise or a function, which is asked at each call', async () => {
    const keys = [apiKey, `${apiKey}-2`];
    const settings = { apiKey: async () => keys.shift() };
    await ask({ apiKey: Promise.resolve(apiKey) });
    await ask(settings);
    await captureError(() => ask(settings));

    expect(sentHeaders()).toMatchObject([
      { authorization: `Bearer ${apiKey}` },
      { authorization: `Bearer ${apiKey}` },
      { authorization: `Bearer ${apiKey}-2` },
    ]);
  });

  it('is read from the environment when the function gives none', async () => {
    vi.stubEnv('BASETEN_API_KEY', apiKey);
    await ask({ apiKey: () => undefined });

    expect(sentHeaders()).toMatchObject([
      { authorization: `Bearer ${apiKey}` },
    ]);
  });

  it('is refused when the function gives no string', async () => {
    const settings: BasetenProviderSettings = {};
    Object.assign(settings, { apiKey: () => 5 });
    const error = await captureError(() => ask(settings));

    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toHaveProperty(
      'message',
      'Expected apiKey to be a string, or a function or promise that gives one, got a number.',
    );
  });

  it.each([undefined, ''])(
    'is read from the environment at the request when apiKey is %j',
    async setting => {
      vi.stubEnv('BASETEN_API_KEY', apiKey);
      await ask({ apiKey: setting });

      expect(sentHeaders()).toMatchObject([
        { authorization: `Bearer ${apiKey}` },
      ]);
    },
  );

  it.each([
    [
      'is nowhere',
      undefined,
      undefined,
      /^Baseten API key is missing\. Pass it/,
    ],
    ['is empty', '', undefined, /^Baseten API key is missing\. Pass it/],
    ['is empty in the environment', undefined, '', /variable is empty\.$/],
    ['is white space', ' \n', undefined, /is missing|is empty/],
    ['has a line break', 'some\nsecret', undefined, /one with a line break\.$/],
    ['has a space', 'some secret', undefined, /one with a space in it\.$/],
    ['is in quotes', '"secret"', undefined, /in quotes: take them off\.$/],
    ['is in typographic quotes', '“secret”', undefined, /in quotes/],
    ['is in quotes in the environment', undefined, "'a'", /in quotes/],
    ['has another script', 'sécret', undefined, /visible ASCII.*got others/],
  ])(
    'is refused and nothing sent when it %s',
    async (_case, key, env, message) => {
      vi.stubEnv('BASETEN_API_KEY', env);
      const error = await captureError(() => ask({ apiKey: key }));

      expect(LoadAPIKeyError.isInstance(error)).toBe(true);
      expect(error).toHaveProperty('message', expect.stringMatching(message));
      expect(server.requests).toEqual([]);
    },
  );

  it.each(['authorization', 'Authorization', 'AUTHORIZATION'])(
    'gives way to a header "%s" in settings or call, and is not needed then',
    async name => {
      await ask({ headers: { [name]: `Bearer ${apiKey}` } });
      await ask({}, { [name]: `Bearer ${apiKey}` });
      await ask(
        { apiKey: 'wrong', headers: { [name]: 'Bearer wrong' } },
        { [name]: `Bearer ${apiKey}` },
      );

      expect(sentHeaders()).toMatchObject([
        { authorization: `Bearer ${apiKey}` },
        { authorization: `Bearer ${apiKey}` },
        { authorization: `Bearer ${apiKey}` },
      ]);
    },
  );

  it('may be of another form in an own header', async () => {
    await ask({ headers: { Authorization: `Api-Key ${apiKey}` } });
    expect(sentHeaders()).toMatchObject([
      { authorization: `Api-Key ${apiKey}` },
    ]);
  });
});

describe.each(OVER_HTTP)('the headers of %s', (_name, ask) => {
  it('are those of the settings and of the call', async () => {
    await ask(
      { apiKey, headers: { 'X-Settings': 'a', 'X-Both': 'settings' } },
      { 'x-call': 'b', 'x-both': 'call' },
    );

    expect(sentHeaders()).toMatchObject([
      { 'x-settings': 'a', 'x-call': 'b', 'x-both': 'call' },
    ]);
  });

  it('leave out what is undefined', async () => {
    await ask({
      apiKey,
      headers: { 'x-none': undefined, authorization: undefined },
    });

    expect(sentHeaders()[0]).not.toHaveProperty('x-none');
    expect(sentHeaders()[0]?.authorization).toBe(`Bearer ${apiKey}`);
  });

  it('name this package as a user agent', async () => {
    await ask({ apiKey });

    expect(userAgents()).toContain(`ai-sdk/baseten/${VERSION}`);
  });

  it('keep all other user agents beside it', async () => {
    await ask(
      { apiKey, headers: { 'User-Agent': 'my-app/1' } },
      { 'user-agent': 'my-call/2' },
    );

    expect(userAgents()).toEqual(
      expect.arrayContaining([
        'my-app/1',
        'my-call/2',
        `ai-sdk/baseten/${VERSION}`,
      ]),
    );
  });

  it.each([
    ['a value with a line break', { 'x-own': 'some\nsecret' }, 'x-own'],
    ['a value of another script', { 'x-own': 'secret €' }, 'x-own'],
    [
      'a key with a line break',
      { Authorization: 'Bearer some\nsecret' },
      'authorization',
    ],
    ['a name with a space', { 'x own': 'secret' }, 'x own'],
    // `Headers` takes it, Node then refuses it.
    ['a control character', { 'user-agent': 'secret\u0001' }, 'user-agent'],
  ])(
    'are refused when there is %s, which is not told',
    async (_case, headers, name) => {
      const error = await captureError(() => ask({ apiKey, headers }));

      expect(InvalidArgumentError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        argument: 'headers',
        message: `Expected header "${name}" to have a valid name and value, got one that cannot be sent.`,
      });
      expect(server.requests).toEqual([]);
    },
  );
});

it('a header that is no string is refused by its name', async () => {
  const headers: Headers = {};
  Object.assign(headers, { 'x-own': 5 });
  const error = await captureError(() => askChat({ apiKey, headers }));

  expect(InvalidArgumentError.isInstance(error)).toBe(true);
  expect(error).toHaveProperty(
    'message',
    'Expected header "x-own" to have a string as its value, got a number.',
  );
});

it.each([
  ['generateText', askChat],
  ['embed', askEmbedding(false)],
])('keeps the user agent that %s itself passes', async (_name, ask) => {
  await ask({ apiKey });

  expect(userAgents()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^ai\/7\./),
      `ai-sdk/baseten/${VERSION}`,
    ]),
  );
});

it('leaves the user agent over native to the native client', async () => {
  await askEmbedding(true)({ apiKey, headers: { 'User-Agent': 'my-app/1' } });

  expect(server.requests).toMatchObject([
    {
      httpVersion: '2.0',
      headers: {
        'user-agent': expect.stringMatching(/^baseten-performance-client\//),
      },
    },
  ]);
});
