import { describe, expect, it } from 'vitest';
import { json, send, VERSIONS } from './send';
import { start } from './start';

const PATHS = [
  '/v1/models',
  '/sync/v1/models',
  '/environments/x/sync/v1/models',
];

describe.each(PATHS)('the key for %s', path => {
  it.each(['Bearer local-key', 'Api-Key local-key', 'bearer local-key'])(
    'is accepted as %s',
    async authorization => {
      const server = await start();
      const reply = await send('1.1', server, path, {
        headers: { authorization },
      });
      expect(reply.status).toBe(200);
    },
  );

  it.each([
    'Bearer wrong',
    'Api-Key wrong',
    'Bearer local-key2',
    'Basic local-key',
    'local-key',
  ])('is refused as %s', async authorization => {
    const server = await start();
    const reply = await send('1.1', server, path, {
      headers: { authorization },
    });
    expect(reply.status).toBe(403);
    expect(json(reply)).toEqual({
      error: 'please check the api-key you provided',
    });
    expect(reply.headers['x-baseten-request-id']).toBeUndefined();
  });

  it('is demanded', async () => {
    const server = await start();
    const reply = await fetch(server.origin + path, {
      headers: { 'x-api-key': server.apiKey },
    });
    expect(reply.status).toBe(401);
    expect(await reply.json()).toEqual({
      error: 'No Authorization header provided',
    });
  });

  it('is not looked at by the proxy that an empty one breaks', async () => {
    const server = await start();
    const reply = await send('1.1', server, path, {
      headers: { authorization: 'Bearer' },
    });
    expect(reply.status).toBe(502);
    expect(reply.headers['content-type']).toBe('text/html');
    expect(reply.text).toContain('<title>502 Bad Gateway</title>');
  });
});

describe.each(VERSIONS)('routes over HTTP/%s', version => {
  it('checks the key before everything else', async () => {
    const server = await start();
    const reply = await send(version, server, '/v1/chat/completions', {
      headers: { authorization: 'Bearer wrong' },
      body: { model: 'unknown', messages: 1 },
    });
    expect(reply.status).toBe(403);
  });

  it.each([
    '/v1/embeddings',
    '/v1/rerank',
    '/environments/production/sync',
    '/environments/production/sync/chat/completions',
    '/environments/production/sync/v1/v1/embeddings',
    '/nowhere',
  ])('knows no %s', async path => {
    const server = await start();
    const reply = await send(version, server, path, {
      body: {
        input: 'a',
        model: 'zai-org/GLM-5.2',
        messages: [{ role: 'user', content: 'hi' }],
      },
    });
    expect(reply.status).toBe(404);
    expect(json(reply)).toEqual({ error: 'Not Found' });
  });

  it.each([
    '/sync',
    '/environments/production/sync',
    '/environments/staging/sync',
    '/deployment/abc123/sync',
    '/production/sync',
    '/development/sync',
  ])('serves a dedicated deployment under %s', async base => {
    const server = await start();
    const ask = (route: string, body: object) =>
      send(version, server, base + route, { body });
    const messages = [{ role: 'user', content: 'hi' }];
    const chat = await ask('/v1/chat/completions', { messages });
    expect(json(chat).choices[0].message.content).toContain('Hello');
    const embedding = await ask('/v1/embeddings', { input: 'a' });
    expect(json(embedding).object).toBe('list');
    const rank = await ask('/rerank', { query: 'a', texts: ['b'] });
    expect(json(rank)).toHaveLength(1);
  });

  it('sends headers that tell the request apart', async () => {
    const server = await start();
    const replies = await Promise.all(
      [1, 2].map(() => send(version, server, '/v1/models')),
    );
    const ids = replies.map(({ headers }) => headers['x-baseten-request-id']);
    expect(new Set(ids).size).toBe(2);
    const accepted = Number(replies[0]?.headers['x-baseten-accepted-at']);
    expect(Math.abs(Date.now() - accepted)).toBeLessThan(60_000);
  });
});

describe('the lists of models', () => {
  it('has no top-level object on the Model APIs', async () => {
    const server = await start();
    const list = json(await send('1.1', server, '/v1/models'));
    expect(Object.keys(list)).toEqual(['data']);
    expect(list.data).toContainEqual({
      id: 'zai-org/GLM-5.2',
      created: expect.any(Number),
      object: 'model',
      owned_by: 'baseten',
      name: 'GLM 5.2',
      description: '',
      context_length: 1_048_576,
      max_completion_tokens: 262_144,
      quantization: 'fp8',
      pricing: {
        prompt: '0.0000014',
        completion: '0.0000044',
        image: '0',
        request: '0',
      },
      supported_sampling_parameters: ['temperature', 'top_p', 'stop'],
      supported_features: [
        'tools',
        'json_mode',
        'structured_outputs',
        'reasoning',
      ],
      input_modalities: ['text'],
      output_modalities: ['text'],
      hugging_face_id: 'zai-org/GLM-5.2',
    });
  });

  it('names the model of a deployment', async () => {
    const server = await start();
    const list = json(await send('1.1', server, '/sync/v1/models'));
    expect(list).toMatchObject({
      object: 'list',
      data: [{ id: 'local-model' }],
    });
  });
});
