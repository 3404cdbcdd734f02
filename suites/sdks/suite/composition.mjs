/** Models inside what the AI SDK puts around them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createProviderRegistry,
  customProvider,
  defaultSettingsMiddleware,
  embed,
  generateText,
  wrapLanguageModel,
} from 'ai';
import {
  createBaseten,
  deployment,
  model,
  modelAPIs,
  sentBodies,
} from './sdk.mjs';

const prompt = 'Say "hello"';

test('a model takes middleware', async () => {
  const { text } = await generateText({
    model: wrapLanguageModel({
      model,
      middleware: defaultSettingsMiddleware({
        settings: { temperature: 0.25 },
      }),
    }),
    prompt,
  });

  assert.equal(text, 'hello');
  assert.equal(sentBodies()[0].temperature, 0.25);
});

test('a provider is part of a registry', async () => {
  const registry = createProviderRegistry({
    baseten: createBaseten(modelAPIs),
    deployment: createBaseten(deployment),
  });

  const { text } = await generateText({
    model: registry.languageModel('baseten:zai-org/GLM-5.2'),
    prompt,
  });
  const embeddings =
    'embeddingModel' in registry
      ? registry.embeddingModel('deployment:any')
      : Object(registry).textEmbeddingModel('deployment:any');
  const { embedding } = await embed({ model: embeddings, value: prompt });

  assert.equal(text, 'hello');
  assert.equal(embedding.length, 16);
  assert.equal(sentBodies()[0].model, 'zai-org/GLM-5.2');
});

test('a provider is the fallback of another', async () => {
  const provider = customProvider({
    languageModels: { known: model },
    fallbackProvider: createBaseten(modelAPIs),
  });

  for (const id of ['known', 'zai-org/GLM-5.2']) {
    const { text } = await generateText({
      model: provider.languageModel(id),
      prompt,
    });
    assert.equal(text, 'hello');
  }
});
