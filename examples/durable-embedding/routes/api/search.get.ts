import { createBaseten } from '@ai-sdk/baseten';
import { embed } from 'ai';
import { defineEventHandler } from 'nitro/h3';
import { findNearest } from '../../lib/texts';

const baseten = createBaseten({ modelURL: process.env.BASETEN_MODEL_URL });

export default defineEventHandler(async ({ url }) => {
  const value = url.searchParams.get('query') ?? '';
  const { embedding } = await embed({
    model: baseten.embeddingModel(),
    value,
  });
  return await findNearest(embedding, 10);
});
