import { createBaseten } from '@ai-sdk/baseten';

/** Chat models of the Model APIs. The key is read from BASETEN_API_KEY. */
export const baseten = createBaseten({
  // Only set where something else takes the place of Baseten.
  baseURL: process.env.BASETEN_BASE_URL,
});

/** The dedicated deployment that embeds. */
export const embedding = createBaseten({
  modelURL: process.env.BASETEN_MODEL_URL,
});

/** The dedicated deployment that reranks. */
export const reranking = createBaseten({
  modelURL: process.env.BASETEN_RERANK_MODEL_URL,
});

/** The dedicated deployment that turns speech into text. */
export const transcription = createBaseten({
  modelURL: process.env.BASETEN_TRANSCRIPTION_MODEL_URL,
});

/** The dedicated deployment that turns text into speech. */
export const speech = createBaseten({
  modelURL: process.env.BASETEN_SPEECH_MODEL_URL,
});
