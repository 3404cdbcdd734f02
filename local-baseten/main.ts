import { parseArgs } from 'node:util';
import { startLocalBaseten } from './index';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8787' },
    'api-key': { type: 'string', default: 'local-key' },
    'token-delay': { type: 'string', default: '0' },
  },
});

const server = await startLocalBaseten({
  port: Number(values.port),
  apiKey: values['api-key'],
  tokenDelayMilliseconds: Number(values['token-delay']),
  recordBodies: false,
});

console.log(`The local Baseten is running.

  Model APIs       ${server.baseURL}
  Dedicated model  ${server.modelURL}
  API key          ${server.apiKey}

Try it:

  curl ${server.baseURL}/chat/completions \\
    -H 'Authorization: Bearer ${server.apiKey}' \\
    -d '{"model":"zai-org/GLM-5.2","messages":[{"role":"user","content":"Say hello"}]}'

  curl ${server.modelURL}/v1/embeddings \\
    -H 'Authorization: Bearer ${server.apiKey}' \\
    -d '{"input":"sunny day at the beach"}'

Stop it with Ctrl-C.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close());
}
