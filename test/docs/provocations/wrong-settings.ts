import { WORKFLOW_DESERIALIZE } from '@ai-sdk/provider-utils';
import { generateText } from 'ai';
import type { LocalBaseten } from '../../../local-baseten';
import { createBaseten } from '../../../src';
import { BasetenEmbeddingModel } from '../../../src/embedding/baseten-embedding-model';
import { captureError } from '../../support/capture-error';
import { removeGlobal } from '../../support/remove-global';
import { MODEL_ID, PROMPT, type Provocation } from './ask';

/** Settings that are refused, most of them when a model is made. */
export function wrongSettings({ baseURL, apiKey, modelURL }: LocalBaseten) {
  const predictURL = modelURL.replace('/sync', '/predict');
  const chat = (settings: Parameters<typeof createBaseten>[0]) =>
    generateText({
      model: createBaseten({ baseURL, ...settings })(MODEL_ID),
      prompt: PROMPT,
    });

  return [
    () => chat({}),
    () => callWithoutProcess(),
    () => callWithEmptyVariable(),
    () => chat({ apiKey: '“key”' }),
    () => chat({ apiKey: JSON.parse('5') }),
    () => chat({ apiKey, headers: { 'x-user': 'line\nbreak' } }),
    () => chat({ apiKey, headers: JSON.parse('{"x-user": 5}') }),
    () => createBaseten().embeddingModel(),
    () => createBaseten().rerankingModel(),
    () => createBaseten().decisionModel(),
    () => createBaseten().transcriptionModel(),
    () => createBaseten().speechModel(),
    () => createBaseten({ modelURL }).transcriptionModel(),
    () => createBaseten({ modelURL }).speechModel(),
    () => createBaseten({ modelURL }).chatModel(),
    () => createBaseten({ modelURL: predictURL }).embeddingModel(),
    () => createBaseten({ modelURL: predictURL }).rerankingModel(),
    () => createBaseten({ modelURL: predictURL }).decisionModel(),
    () => createBaseten({ modelURL: predictURL }).getAvailableModels(),
    () => createBaseten({ modelURL: '/sync' }).chatModel(),
    () => createBaseten({ baseURL: '/v1' }).chatModel(),
    () => createBaseten({ baseURL: 'https://app.baseten.co' }).chatModel(),
    () =>
      createBaseten({
        modelURL: 'https://model-{MODEL_ID}.api.baseten.co/sync/v1',
      }).chatModel(),
    () => createBaseten().imageModel('any'),
    () =>
      BasetenEmbeddingModel[WORKFLOW_DESERIALIZE]({
        modelId: 'any',
        config: null,
      }),
  ] satisfies Provocation[];
}

/** What a call says when the variable is there but holds nothing. */
async function callWithEmptyVariable(): Promise<void> {
  process.env.BASETEN_API_KEY = '';
  try {
    await createBaseten()(MODEL_ID).doGenerate({ prompt: [] });
  } finally {
    delete process.env.BASETEN_API_KEY;
  }
}

/** What a runtime without environment variables says to a call without a key. */
async function callWithoutProcess(): Promise<void> {
  // What loads modules here needs the variable: a first call loads them.
  await captureError(callWithEmptyVariable);
  const putBack = removeGlobal('process');
  try {
    await createBaseten()(MODEL_ID).doGenerate({ prompt: [] });
  } finally {
    putBack();
  }
}
