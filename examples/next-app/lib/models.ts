/** How hard a model is to think. `provider-default` leaves it to the model. */
export type ReasoningLevel =
  | 'provider-default'
  | 'none'
  | 'minimal'
  | 'low'
  | 'medium'
  | 'high'
  | 'xhigh'
  | 'max';

/** A chat model of the Model APIs, as far as the page shows it. */
export interface Model {
  id: string;
  name: string;
  /** Tokens of a conversation and its answer. */
  contextTokens: number;
  takesImages: boolean;
  reasoningLevels: readonly ReasoningLevel[];
  /** USD per million tokens, in and out. Cached ones cost less. */
  price: { input: number; output: number };
}

const FEW_LEVELS = ['none', 'low', 'high', 'max'] as const;
const ALL_LEVELS = [
  'none',
  'minimal',
  'low',
  'medium',
  'high',
  'xhigh',
  'max',
] as const;
const NEVER_OFF = ['low', 'high', 'max'] as const;

/**
 * The models to choose from, as Baseten documented them in October 2026. All of
 * them call tools and think.
 */
export const models: readonly [Model, ...Model[]] = [
  {
    id: 'openai/gpt-oss-120b',
    name: 'gpt-oss 120B',
    contextTokens: 128_072,
    takesImages: false,
    reasoningLevels: ALL_LEVELS,
    price: { input: 0.1, output: 0.5 },
  },
  {
    id: 'deepseek-ai/DeepSeek-V4.1-Flash',
    name: 'DeepSeek V4.1 Flash',
    contextTokens: 1_048_576,
    takesImages: true,
    reasoningLevels: FEW_LEVELS,
    price: { input: 0.3, output: 1.2 },
  },
  {
    id: 'deepseek-ai/DeepSeek-V4-Flash-0731',
    name: 'DeepSeek V4 Flash',
    contextTokens: 1_048_576,
    takesImages: false,
    reasoningLevels: ALL_LEVELS,
    price: { input: 0.13, output: 0.26 },
  },
  {
    id: 'deepseek-ai/DeepSeek-V4-Pro-0813',
    name: 'DeepSeek V4 Pro',
    contextTokens: 1_048_576,
    takesImages: false,
    reasoningLevels: FEW_LEVELS,
    price: { input: 1.32, output: 3.96 },
  },
  {
    id: 'zai-org/GLM-5.3-Flash',
    name: 'GLM 5.3 Flash',
    contextTokens: 1_048_576,
    takesImages: true,
    reasoningLevels: NEVER_OFF,
    price: { input: 0.15, output: 0.5 },
  },
  {
    id: 'zai-org/GLM-5.3',
    name: 'GLM 5.3',
    contextTokens: 1_048_576,
    takesImages: true,
    reasoningLevels: NEVER_OFF,
    price: { input: 1.4, output: 4.4 },
  },
  {
    id: 'zai-org/GLM-5.3-Fast',
    name: 'GLM 5.3 Fast',
    contextTokens: 1_048_576,
    takesImages: true,
    reasoningLevels: NEVER_OFF,
    price: { input: 2.1, output: 6.6 },
  },
  {
    id: 'zai-org/GLM-5.2',
    name: 'GLM 5.2',
    contextTokens: 1_048_576,
    takesImages: false,
    reasoningLevels: ['none', 'high', 'max'],
    price: { input: 1.4, output: 4.4 },
  },
  {
    id: 'moonshotai/Kimi-K3',
    name: 'Kimi K3',
    contextTokens: 1_048_576,
    takesImages: true,
    reasoningLevels: FEW_LEVELS,
    price: { input: 3, output: 15 },
  },
  {
    id: 'nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B',
    name: 'Nemotron 3 Ultra',
    contextTokens: 202_800,
    takesImages: false,
    // It has no levels in between.
    reasoningLevels: ['none', 'high'],
    price: { input: 0.6, output: 2.4 },
  },
];

/** The model that a new conversation is held with. */
export const [defaultModel] = models;

export function findModel(id: string | undefined): Model | undefined {
  return models.find(model => model.id === id);
}

/** The wanted level, or the model's own where it has no such level. */
export function levelFor(model: Model, wanted: ReasoningLevel): ReasoningLevel {
  return model.reasoningLevels.includes(wanted) ? wanted : 'provider-default';
}
