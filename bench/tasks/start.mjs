const API_KEY = 'bench-key';
const TEXT = '0: a passage of a document.';

/** @type {Record<string, (settings: any) => Promise<any>>} */
const providers = {
  this: async settings =>
    (await import('../../dist/index.js')).createBaseten(settings),
  2: async settings => (await import('baseten-2')).createBaseten(settings),
  'openai-compatible': async ({
    modelURL,
    baseURL = `${modelURL}/v1`,
    ...settings
  }) =>
    (await import('@ai-sdk/openai-compatible')).createOpenAICompatible({
      name: 'bench',
      baseURL,
      ...settings,
    }),
};

/**
 * What a process does until the first piece of an answer or the first embedding
 * is there, the import included.
 *
 * @param {import('../worker.mjs').Job} job
 */
export async function start({ variant, origin, size, texts }) {
  const path = `${size}/0/sync`;
  const createProvider = providers[variant];
  if (createProvider == null)
    throw new Error(`There is no variant ${variant}.`);
  if (texts > 0) {
    const provider = await createProvider({
      apiKey: API_KEY,
      modelURL: `${origin}/${path}`,
    });
    const { embeddings } = await provider
      .embeddingModel('bench-model')
      .doEmbed({ values: [TEXT] });
    if (embeddings[0].length !== size) {
      throw new Error('The embedding is not what was sent.');
    }
    return;
  }
  const provider = await createProvider({
    apiKey: API_KEY,
    baseURL: `${origin}/text/together/${path}/v1`,
  });
  const { stream } = await provider.chatModel('bench-model').doStream({
    prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
  });
  for await (const part of stream) {
    if (part.type === 'text-delta') return;
  }
  throw new Error('The answer has no text.');
}
