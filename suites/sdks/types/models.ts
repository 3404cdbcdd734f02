/** Chat and embedding models in every function that takes one. */
import {
  type BasetenEmbeddingModelOptions,
  type BasetenLanguageModelChatOptions,
  type BasetenProvider,
  type BasetenProviderSettings,
  baseten,
  createBaseten,
  VERSION,
} from '@ai-sdk/baseten';
import {
  createProviderRegistry,
  customProvider,
  embed,
  embedMany,
  generateObject,
  generateText,
  type LanguageModel,
  streamObject,
  streamText,
  wrapLanguageModel,
} from 'ai';
import { z } from 'zod/v4';

const settings: BasetenProviderSettings = {
  apiKey: VERSION,
  headers: { 'x-session-affinity': 'user-17' },
};
const provider: BasetenProvider = createBaseten(settings);
const model: LanguageModel = provider('openai/gpt-oss-120b');
const prompt = 'Hello';

export async function chat(): Promise<string[]> {
  const { text } = await generateText({
    model: baseten('zai-org/GLM-5.2'),
    prompt,
    providerOptions: {
      baseten: {
        user: 'user-17',
      } satisfies BasetenLanguageModelChatOptions,
    },
  });
  const { textStream } = streamText({ model: provider.chatModel(), prompt });
  for await (const piece of textStream) {
    piece.trim();
  }
  const wrapped = wrapLanguageModel({
    model: provider.languageModel('any/id'),
    middleware: [],
  });
  await generateText({ model: wrapped, prompt });
  return [text];
}

export async function objects(): Promise<string> {
  const schema = z.object({ name: z.string() });
  const { object } = await generateObject({ model, prompt, schema });
  streamObject({ model: provider(), prompt, schema });
  return object.name;
}

export async function embeddings(): Promise<number[][]> {
  const { embedding } = await embed({
    model: provider.textEmbeddingModel(),
    value: prompt,
  });
  const { embeddings } = await embedMany({
    model: provider.embeddingModel('any-id'),
    values: [prompt],
    providerOptions: {
      baseten: {
        dimensions: 256,
        batchSize: 64,
      } satisfies BasetenEmbeddingModelOptions,
    },
  });
  return [embedding, ...embeddings];
}

export const registry = createProviderRegistry({ baseten: provider });
export const custom = customProvider({
  languageModels: { fast: provider('openai/gpt-oss-120b') },
  fallbackProvider: provider,
});
