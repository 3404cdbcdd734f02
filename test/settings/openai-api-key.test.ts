import { describe, expect, it } from 'vitest';
import { runModule } from '../../suites/lib/run-node';
import { useLocalBaseten } from '../support/use-local-baseten';

const server = await useLocalBaseten();
const OPENAI_API_KEY = 'key-of-someone-else';

/** Embeds and chats in a process that has a key for OpenAI. */
const ask = (settings: object, env: Record<string, string>) =>
  runModule(
    `
      import { createBaseten } from '@ai-sdk/baseten';
      const settings = ${JSON.stringify({ modelURL: `${server.modelURL}/v1`, ...settings })};
      const prompt = [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }];
      const asked = [
        createBaseten(settings).embeddingModel().doEmbed({
          values: ['a', 'b'],
          providerOptions: { baseten: { batchSize: 1 } },
        }),
        createBaseten(settings)().doGenerate({ prompt }),
      ];
      for (const { reason } of await Promise.allSettled(asked)) {
        console.log(reason?.name);
      }
    `,
    { env: { OPENAI_API_KEY, ...env } },
  );

describe('OPENAI_API_KEY', () => {
  it('does not stand in for a missing key', async () => {
    const { stdout } = await ask({}, {});

    expect(stdout).toBe('AI_LoadAPIKeyError\nAI_LoadAPIKeyError\n');
    expect(server.requests).toEqual([]);
  });

  it.each<[name: string, settings: object, env: Record<string, string>]>([
    ['a setting', { apiKey: server.apiKey }, {}],
    ['the environment', {}, { BASETEN_API_KEY: server.apiKey }],
    ['a header', { headers: { authorization: `Bearer ${server.apiKey}` } }, {}],
  ])('is not sent when the key comes from %s', async (_name, settings, env) => {
    const { stdout } = await ask(settings, env);

    expect(stdout).toBe('undefined\nundefined\n');
    expect(
      server.requests.map(({ httpVersion }) => httpVersion).sort(),
    ).toEqual(['1.1', '2.0', '2.0']);
    for (const { headers } of server.requests) {
      expect(headers.authorization).toBe(`Bearer ${server.apiKey}`);
    }
    expect(JSON.stringify(server.requests)).not.toContain(OPENAI_API_KEY);
  });
});
