/** What an AI SDK says to models that are too new for it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as seven from '@ai-sdk/baseten';
import * as six from '@ai-sdk/baseten/ai-sdk-6';
import { embed, generateText } from 'ai';
import { deployment, major, modelAPIs } from './sdk.mjs';

/** The entries that are too new, and the version of their models. */
const TOO_NEW = [
  ...(major < 7 ? [{ entry: seven, version: 'v4' }] : []),
  ...(major < 6 ? [{ entry: six, version: 'v3' }] : []),
];

for (const { entry, version } of TOO_NEW) {
  // The documentation has this message as a heading. AI SDK 6 says 5 as well.
  const expectedError = (/** @type {string} */ model) => ({
    name: 'AI_UnsupportedModelVersionError',
    message: `Unsupported model version ${version} for ${model}. AI SDK 5 only supports models that implement specification version "v2".`,
  });

  test(`models of version ${version} are refused`, async () => {
    await assert.rejects(
      generateText({
        model: entry.createBaseten(modelAPIs)('zai-org/GLM-5.2'),
        prompt: 'Hello',
      }),
      expectedError('provider "baseten.chat" and model "zai-org/GLM-5.2"'),
    );
    await assert.rejects(
      embed({
        model: entry.createBaseten(deployment).embeddingModel(),
        value: 'Hello',
      }),
      expectedError('provider "baseten.embedding" and model "embeddings"'),
    );
  });
}
