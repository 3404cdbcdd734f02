import { createServer } from 'node:net';
import { embed, generateText } from 'ai';
import { createBaseten } from '../../src';
import type { Mistake } from './mistakes';

/** Hosts that nobody has, or where nobody listens. */
export async function listDeadHosts(): Promise<Mistake[]> {
  const hosts = {
    'a host that does not exist': 'http://no-such-host.invalid',
    'a port where nobody listens': `http://127.0.0.1:${await findFreePort()}`,
  };

  return Object.entries(hosts).flatMap(([name, origin]) => [
    {
      name: `chat: ${name}`,
      make: () =>
        generateText({
          model: createBaseten({ apiKey: 'any', baseURL: `${origin}/v1` })('a'),
          prompt: 'Hi',
        }),
      message: /Cannot connect to API/,
    },
    ...[true, false].map(performanceClient => ({
      name: `embeddings over ${performanceClient ? 'native' : 'http'}: ${name}`,
      make: () =>
        embed({
          model: createBaseten({
            apiKey: 'any',
            modelURL: `${origin}/sync`,
            performanceClient,
          }).embeddingModel(),
          value: 'a',
        }),
      message: /Cannot connect to API/,
    })),
  ]);
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (address === null || typeof address === 'string') {
    throw new TypeError('Expected an address with a port.');
  }
  return address.port;
}
