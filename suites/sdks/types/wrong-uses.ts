/** Mistakes that the compiler finds. */
import {
  type BasetenEmbeddingModelOptions,
  baseten,
  createBaseten,
} from '@ai-sdk/baseten';
import { embed, generateText } from 'ai';

export async function mistakes(): Promise<void> {
  // @ts-expect-error A key is a text.
  createBaseten({ apiKey: 17 });
  // @ts-expect-error There is no such setting.
  createBaseten({ modelUrl: 'https://model-abc.api.baseten.co/sync' });
  // @ts-expect-error A model id is a text.
  baseten(17);
  // @ts-expect-error An embedding model does not chat.
  await generateText({ model: baseten.textEmbeddingModel(), prompt: 'Hello' });
  // @ts-expect-error A chat model does not embed.
  await embed({ model: baseten(), value: 'Hello' });
  // @ts-expect-error Only texts are embedded.
  await embed({ model: baseten.textEmbeddingModel(), value: 17 });
  // @ts-expect-error The provider is no model.
  await generateText({ model: baseten, prompt: 'Hello' });
  // @ts-expect-error There are no image models to use.
  baseten.imageModel('any').doGenerate;
  ({
    // @ts-expect-error A number of texts is a number.
    batchSize: '64',
  }) satisfies BasetenEmbeddingModelOptions;
}
