import { APICallError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { type BasetenProviderSettings, createBaseten } from '../../src';
import { captureError } from '../support/capture-error';
import { useLocalBaseten } from '../support/use-local-baseten';

const home = await useLocalBaseten();
const elsewhere = await useLocalBaseten();
const { apiKey } = home;
const prompt = [
  { role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] },
];
const headers = {
  'x-api-key': 'secret-1',
  'X-Gateway': 'Basic secret-2',
  cookie: 'secret-3',
  'x-team': 'search',
};

const ASKERS: Record<string, (settings: BasetenProviderSettings) => unknown> = {
  chat: settings =>
    createBaseten({ ...settings, baseURL: home.baseURL })(
      'openai/gpt-oss-120b',
    ).doGenerate({ prompt }),
  'a chat stream': settings =>
    createBaseten({ ...settings, baseURL: home.baseURL })(
      'openai/gpt-oss-120b',
    ).doStream({ prompt }),
  embeddings: settings =>
    createBaseten({ ...settings, modelURL: home.modelURL })
      .embeddingModel()
      .doEmbed({ values: ['a'] }),
  reranking: settings =>
    createBaseten({ ...settings, modelURL: home.modelURL })
      .rerankingModel()
      .doRerank({ query: 'a', documents: { type: 'text', values: ['a'] } }),
};

/** Sends every request to a server on, to the same path. */
function redirect(to: { origin: string }, status = 307, from = home) {
  from.behave(({ path }, count) =>
    to === from && count > 0
      ? undefined
      : { status, body: '', headers: { location: `${to.origin}${path}` } },
  );
}

describe.each(Object.entries(ASKERS))('a redirect of %s', (_name, ask) => {
  it.each([307, 308])(
    'to another origin (%i) carries no secret there',
    async status => {
      redirect(elsewhere, status);
      await captureError(() => ask({ apiKey, headers }));

      expect(home.requests[0]?.headers).toMatchObject({
        'x-api-key': 'secret-1',
        'x-team': 'search',
        authorization: `Bearer ${apiKey}`,
      });
      expect(elsewhere.requests).toHaveLength(1);
      expect(elsewhere.requests[0]?.headers).toMatchObject({
        'x-team': 'search',
        'content-type': 'application/json',
      });
      const sent = JSON.stringify(elsewhere.requests);
      expect(sent).not.toMatch(/secret-\d/);
      expect(sent).not.toContain(apiKey);
    },
  );

  it('to another origin carries no key there where there are no other headers', async () => {
    redirect(elsewhere);
    await captureError(() => ask({ apiKey }));

    expect(elsewhere.requests).toHaveLength(1);
    expect(JSON.stringify(elsewhere.requests)).not.toContain(apiKey);
  });

  it('within the origin carries all headers and the body', async () => {
    redirect(home);
    await ask({ apiKey, headers });

    expect(home.requests).toHaveLength(2);
    const [first, second] = home.requests;
    expect(second?.headers).toMatchObject({
      'x-api-key': 'secret-1',
      authorization: `Bearer ${apiKey}`,
    });
    expect(second?.body).toEqual(first?.body);
  });

  it('without an end is a typed error', async () => {
    home.behave(({ path }) => ({
      status: 307,
      body: '',
      headers: { location: `${home.origin}${path}` },
    }));
    const error = await captureError(() => ask({ apiKey, headers }));

    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringMatching(/to answer, got 20 redirects\.$/),
      isRetryable: false,
    });
  });
});

it('a redirect with 303 becomes a GET without the body, as fetch has it', async () => {
  redirect(elsewhere, 303);
  await captureError(() => ASKERS.embeddings?.({ apiKey, headers }));

  expect(elsewhere.requests).toMatchObject([{ method: 'GET' }]);
  expect(elsewhere.requests[0]?.headers).not.toHaveProperty('content-type');
});
