import { ToolLoopAgent } from 'ai';
import type { LocalBaseten } from '../../local-baseten';
import { createBaseten } from '../../src';
import { createBaseten as createBasetenV2 } from '../../src/ai-sdk-5';
import { createBaseten as createBasetenV3 } from '../../src/ai-sdk-6';
import { captureError } from '../../test/support/capture-error';
import { answer, CHAT_FAULTS, TEXT_FAULTS } from './faults';

const MODEL_ID = 'openai/gpt-oss-120b';

/** What applications log: providers, models, agents and errors. */
export async function createLoggedObjects(
  local: LocalBaseten,
  key: string,
): Promise<Record<string, object>> {
  const settings = {
    apiKey: key,
    modelURL: `${local.modelURL}/v1`,
    headers: { 'x-api-key': key },
  };
  const provider = createBaseten(settings);
  const older = [createBasetenV2, createBasetenV3].map(create => {
    const old = create(settings);
    return { old, chat: old(MODEL_ID), embedding: old.embeddingModel() };
  });
  const model = provider(MODEL_ID);

  return {
    provider,
    model,
    agent: new ToolLoopAgent({ model }),
    embedding: provider.embeddingModel(),
    reranking: provider.rerankingModel(),
    decision: provider.decisionModel(),
    transcription: provider.transcriptionModel(),
    speech: provider.speechModel(),
    older,
    ...(await createErrors(local, settings)),
  };
}

/** An error of each fault, of chat and of embeddings. */
async function createErrors(
  local: LocalBaseten,
  settings: Parameters<typeof createBaseten>[0],
): Promise<Record<string, object>> {
  const provider = createBaseten(settings);
  const errors: Record<string, object> = {};
  for (const [name, fault] of Object.entries(CHAT_FAULTS)) {
    local.reset();
    local.behave(request => answer(fault, request));
    errors[`chat: ${name}`] = Object(
      await captureError(async () => {
        const { stream } = await provider(MODEL_ID).doStream({ prompt: [] });
        for await (const part of stream) {
          if (part.type === 'error') throw part.error;
        }
        throw new TypeError('no error');
      }),
    );
  }
  for (const [name, fault] of Object.entries(TEXT_FAULTS)) {
    local.reset();
    local.behave(request => answer(fault, request));
    errors[`embeddings: ${name}`] = Object(
      await captureError(() =>
        provider.embeddingModel().doEmbed({ values: ['a'] }),
      ),
    );
  }
  return errors;
}
