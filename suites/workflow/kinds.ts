import { z } from 'zod/v4';
import type { LocalBaseten } from '../../local-baseten';
import type { RunResult } from './app-server';
import type { WorkflowFile } from './apps';

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

const speechResultSchema = z.object({
  mediaType: z.literal('audio/wav'),
  size: z.number().min(1000),
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

/** Kinds of model by the file that holds their workflows. */
export const KINDS: Record<WorkflowFile, readonly Kind[]> = {
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
  'audio-and-decisions': [
    {
      name: 'decisions',
      workflow: 'decision',
      settings: ({ modelURL }) => ({ modelURL }),
      parameters: ['My parcel has still not arrived.'],
      path: '/environments/production/sync/v1/systemone',
      team: TEAM,
      inFlight: 1,
      isRight: ({ value }) => value === 'delivery',
    },
    {
      name: 'speech',
      workflow: 'speech',
      settings: ({ modelURL }) => ({ modelURL: `${modelURL}/v1` }),
      parameters: ['The train leaves at nine.'],
      path: '/environments/production/sync/v1/audio/speech',
      team: TEAM,
      inFlight: 1,
      isRight: ({ value }) => speechResultSchema.safeParse(value).success,
    },
    {
      name: 'transcription',
      workflow: 'transcription',
      settings: ({ modelURL }) => ({
        modelURL: modelURL.replace(/sync$/, 'predict'),
      }),
      parameters: [3000],
      path: '/environments/production/predict',
      team: TEAM,
      inFlight: 1,
      isRight: ({ value }) => value === 'This is a sound of 3000 bytes.',
    },
  ],
  agent: [
    {
      ...chat,
      name: 'chat, WorkflowAgent',
      workflow: 'agent',
      parameters: ['What is the weather in Lisbon?'],
      isStream: true,
      isRight: ({ value, parts }) =>
        JSON.stringify(value).includes('21') &&
        parts['tool-call'] === 1 &&
        parts['tool-result'] === 1 &&
        (parts['text-delta'] ?? 0) > 1,
    },
  ],
  'ai-sdk-6': [
    { ...chat, name: 'chat, made in the step', team: undefined },
    { ...nativeEmbedding, name: 'embedding, made in the step' },
  ],
};
