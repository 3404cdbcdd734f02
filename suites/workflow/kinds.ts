import { z } from 'zod/v4';
import type { LocalBaseten } from '../../local-baseten';
import type { RunResult } from './app-server';

/** A kind of model, how a workflow uses it, and what has to come of that. */
export interface Kind {
  name: string;
  /** The workflow's name in `apps/workflows`. */
  workflow: string;
  settings: (server: LocalBaseten) => object;
  /** What follows the settings in the workflow's parameters. */
  parameters: readonly unknown[];
  isStream?: boolean;
  /** Where its requests go. */
  path: string;
  /** Value of the header `x-team` that they carry, which is no secret. */
  team: string | undefined;
  /** How many requests must be in flight at once: as many as it asks for. */
  inFlight: number;
  isRight: (result: RunResult) => boolean;
}

const embeddingResultSchema = z.object({
  starts: z.array(z.array(z.number()).length(3)),
  transport: z.string(),
});

const TEAM = 'team-that-crosses';
const TEXTS = Array.from({ length: 400 }, (_, index) => `text ${index}`);

const chat: Kind = {
  name: 'chat, Model APIs',
  workflow: 'chat',
  settings: ({ baseURL }) => ({ baseURL }),
  parameters: [],
  path: '/v1/chat/completions',
  team: TEAM,
  inFlight: 1,
  isRight: ({ value }) => value === 'Hello!',
};

const embedding: Kind = {
  name: 'embedding, HTTP',
  workflow: 'embedding',
  settings: ({ modelURL }) => ({ modelURL }),
  parameters: [TEXTS, 24],
  path: '/environments/production/sync/v1/embeddings',
  team: TEAM,
  inFlight: 24,
  isRight: ({ value }) => isRightEmbedding(value, 'http'),
};

// The native client carries no headers of the settings.
const nativeEmbedding: Kind = {
  ...embedding,
  name: 'embedding, native',
  settings: ({ modelURL }) => ({ modelURL, headers: {} }),
  team: undefined,
  isRight: ({ value }) => isRightEmbedding(value, 'native'),
};

/** Whether there is one vector for each text, all different. */
function isRightEmbedding(value: unknown, transport: string): boolean {
  const result = embeddingResultSchema.safeParse(value);
  return (
    result.success &&
    result.data.transport === transport &&
    result.data.starts.length === TEXTS.length &&
    new Set(result.data.starts.map(String)).size === TEXTS.length
  );
}

/** Kinds of model by the file in `apps/workflows` that holds the workflows. */
export const KINDS: Record<string, readonly Kind[]> = {
  models: [
    chat,
    {
      ...chat,
      name: 'chat, dedicated',
      settings: ({ modelURL }) => ({ modelURL: `${modelURL}/v1` }),
      path: '/environments/production/sync/v1/chat/completions',
    },
    embedding,
    nativeEmbedding,
    {
      name: 'reranking',
      workflow: 'reranking',
      settings: ({ modelURL }) => ({ modelURL }),
      parameters: [TEXTS, 12],
      path: '/environments/production/sync/rerank',
      team: TEAM,
      inFlight: 12,
      isRight: ({ value }) => Array.isArray(value) && value[0] === 7,
    },
  ],
  'ai-sdk-6': [
    { ...chat, name: 'chat, made in the step', team: undefined },
    { ...nativeEmbedding, name: 'embedding, made in the step' },
  ],
};
