import type { Experimental_DecisionQuestion as Question } from 'ai';
import type { LocalBaseten } from '../../local-baseten';
import { type BasetenProviderSettings, createBaseten } from '../../src';

export const STATE = 'My parcel was due on Monday and has still not arrived.';

/** One question of each kind. */
export const QUESTIONS = {
  topic: {
    type: 'choice',
    instructions: 'What is it about?',
    criteria: { delivery: 'a parcel that has not arrived', billing: null },
  },
  urgency: {
    type: 'score',
    criteria: ['it can wait', 'today', 'at once'],
  },
  late: {
    type: 'boolean',
    instructions: 'Is a parcel late?',
    criteria: { true: 'it has not arrived', false: null },
  },
} as const satisfies Record<string, Question>;

export function createDecisionModel(
  { modelURL, apiKey }: LocalBaseten,
  settings: BasetenProviderSettings = {},
  modelId?: string,
) {
  return createBaseten({ modelURL, apiKey, ...settings }).decisionModel(
    modelId,
  );
}
