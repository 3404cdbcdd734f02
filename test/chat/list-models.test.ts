import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { BASETEN_CHAT_MODELS } from '../../src/chat/baseten-chat-models';
import { useLocalBaseten } from '../support/use-local-baseten';

const IDS = BASETEN_CHAT_MODELS.map(({ id }) => id);
const server = await useLocalBaseten();
const script = fileURLToPath(
  new URL('../../scripts/list-models.ts', import.meta.url),
);

async function run(apiKey: string) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', script, server.baseURL],
    { env: { BASETEN_API_KEY: apiKey }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', text => {
      output += text;
    });
  }
  const exitCode = await new Promise(resolve => child.on('close', resolve));
  return { exitCode, output };
}

function serve(ids: readonly string[]): void {
  server.behave(() => ({ body: { data: ids.map(id => ({ id })) } }));
}

it('says so when there is no key, and asks nobody', async () => {
  const { exitCode, output } = await run('');

  expect(exitCode).toBe(0);
  expect(output).toMatch(/^BASETEN_API_KEY is not set/);
  for (const id of IDS) expect(output).toContain(id);
  expect(server.requests).toEqual([]);
});

it('prints which models are new and which are gone', async () => {
  const [first = '', ...others] = IDS;
  serve([...others, 'acme/New-1']);
  const { exitCode, output } = await run(server.apiKey);

  expect(exitCode).toBe(0);
  expect(output.split('\n').slice(1, -1)).toEqual([
    '+ acme/New-1',
    `- ${first}`,
  ]);
  expect(server.requests).toMatchObject([
    {
      path: '/v1/models',
      headers: { authorization: `Bearer ${server.apiKey}` },
    },
  ]);
});

it('prints which limits, abilities and prices have changed', async () => {
  const listing = {
    id: 'openai/gpt-oss-120b',
    context_length: 128_072,
    max_completion_tokens: 65_536,
    input_modalities: ['text', 'image'],
    pricing: { prompt: '0.0000001', completion: '0.0000006' },
  };
  server.behave(() => ({
    body: {
      data: IDS.map(id => (id === listing.id ? listing : { id })),
    },
  }));
  const { output } = await run(server.apiKey);

  expect(output.split('\n').slice(1, -1)).toEqual([
    '~ openai/gpt-oss-120b: USD out 0.5, now 0.6',
    '~ openai/gpt-oss-120b: images false, now true',
    '~ openai/gpt-oss-120b: longest answer 128072, now 65536',
  ]);
});

it('says so when there is no difference', async () => {
  serve(IDS);

  expect((await run(server.apiKey)).output).toMatch(/^The package has the 13/);
});

it('fails with the words of the server', async () => {
  const { exitCode, output } = await run('wrong-key');

  expect(exitCode).toBe(1);
  expect(output).toContain('please check the api-key you provided');
});
