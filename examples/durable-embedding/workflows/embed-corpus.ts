import { createBaseten } from '@ai-sdk/baseten';
import { type EmbeddingModel, embedMany } from 'ai';
import {
  findTextsWithoutVector,
  storeVectors,
  withRangeLock,
} from '../lib/texts';

/** Texts of a step: few steps, since the engine reads a run's log at each. */
const STEP_SIZE = 4096;
/** Texts that are embedded and stored together. */
const WINDOW_SIZE = 1024;

/** Embeds the texts 0 to `count` that have no vector yet. */
export async function embedCorpus(modelURL: string, count: number) {
  'use workflow';
  const model = createBaseten({ modelURL }).embeddingModel();
  const starts = Array.from(
    { length: Math.ceil(count / STEP_SIZE) },
    (_, index) => index * STEP_SIZE,
  );
  const embedded = await Promise.all(
    starts.map(start =>
      embedRange(model, start, Math.min(start + STEP_SIZE, count)),
    ),
  );
  return embedded.reduce((sum, part) => sum + part, 0);
}

async function embedRange(model: EmbeddingModel, start: number, end: number) {
  'use step';
  // The engine may run a step twice at once, after a worker was killed.
  return await withRangeLock(start, async () => {
    let embedded = 0;
    while (true) {
      const texts = await findTextsWithoutVector(start, end, WINDOW_SIZE);
      if (texts.length === 0) return embedded;
      const { embeddings } = await embedMany({
        model,
        values: texts.map(({ body }) => body),
      });
      await storeVectors(texts, embeddings);
      embedded += texts.length;
    }
  });
}
// Each kill of a worker counts as a try of the steps that it had.
embedRange.maxRetries = 100;
