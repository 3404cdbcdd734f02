export type ReasoningEffort =
  | 'none'
  | 'minimal'
  | 'low'
  | 'medium'
  | 'high'
  | 'xhigh'
  | 'max';

/** How a family of models reasons. */
export interface ReasoningSupport {
  /** Values of `reasoning_effort` that the models accept. */
  efforts: readonly ReasoningEffort[];
  /** Whether the models reason only if the chat template is told to. */
  isOptIn?: boolean;
}

const EVERY_EFFORT = [
  'none',
  'minimal',
  'low',
  'medium',
  'high',
  'xhigh',
  'max',
] as const;

/** By the prefix of a family's ids. */
const REASONING_SUPPORT: Record<string, ReasoningSupport> = {
  'deepseek-ai/DeepSeek-V4-Pro': { efforts: ['none', 'low', 'high', 'max'] },
  'deepseek-ai/DeepSeek-V4-Flash': { efforts: EVERY_EFFORT },
  'deepseek-ai/DeepSeek-V4.1-Flash': {
    efforts: ['none', 'low', 'high', 'max'],
  },
  'zai-org/GLM-5.2': { efforts: ['none', 'high', 'max'], isOptIn: true },
  // Always on: one model reads `none` as `low`, another refuses it.
  'zai-org/GLM-5.3': { efforts: ['low', 'high', 'max'] },
  'moonshotai/Kimi-K3': { efforts: ['none', 'low', 'high', 'max'] },
  'nvidia/NVIDIA-Nemotron-3-Ultra': { efforts: [], isOptIn: true },
  'openai/gpt-oss': { efforts: EVERY_EFFORT },
};

/** How a model reasons; `undefined` if its family is unknown. */
export function findReasoningSupport(
  modelId: string,
): ReasoningSupport | undefined {
  return Object.entries(REASONING_SUPPORT).find(([family]) =>
    modelId.startsWith(family),
  )?.[1];
}
