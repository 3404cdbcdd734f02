import { defineEventHandler } from 'nitro/h3';
import { start } from 'workflow/api';
import { readProgress } from '../../lib/texts';
import { embedCorpus } from '../../workflows/embed-corpus';

/** Starts the workflow. The engine goes on with it from then on by itself. */
export default defineEventHandler(async () => {
  const { texts } = await readProgress();
  const { runId } = await start(embedCorpus, [
    process.env.BASETEN_MODEL_URL ?? '',
    texts,
  ]);
  return { runId };
});
