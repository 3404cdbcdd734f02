import { z } from 'zod/v4';
import { embedText, type RecordedRequest } from '../../local-baseten';
import { DIMENSIONS } from './use-local-baseten';

/** Texts that differ from each other. */
export function createTexts(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `text number ${index}`);
}

/** The vectors that the local Baseten has for texts. */
export function vectorsOf(
  texts: readonly string[],
  dimensions = DIMENSIONS,
): number[][] {
  return texts.map(text => [...embedText(text, dimensions)]);
}

const embeddingRequestSchema = z.object({ input: z.array(z.string()) });

/** The texts that a request to the embeddings endpoint held. */
export function textsOf({ body }: RecordedRequest): string[] {
  return embeddingRequestSchema.parse(body).input;
}
