/** How a model of the Model APIs thinks. */
export interface KnownReasoning {
  /** `on` unless switched off, `opt-in` by `enable_thinking`, or `always`. */
  readonly mode: 'on' | 'opt-in' | 'always';
  /** What `reasoning_effort` may say; anything else gives 400. */
  readonly onlyLevels?: readonly string[];
}

/** A model of the Model APIs, as the listing and the documentation show it. */
export interface KnownModel {
  readonly id: string;
  readonly contextLength: number;
  readonly maximumOutput: number;
  readonly takesImages: boolean;
  readonly reasoning?: KnownReasoning;
  /** USD per million tokens, in and out. */
  readonly price: readonly [input: number, output: number];
}

const GLM_5_2 = {
  mode: 'opt-in',
  onlyLevels: ['none', 'high', 'max'],
} as const;

export const KNOWN_MODELS: readonly KnownModel[] = [
  {
    id: 'deepseek-ai/DeepSeek-V4-Pro-0813',
    contextLength: 1_048_576,
    maximumOutput: 262_144,
    takesImages: false,
    reasoning: { mode: 'on' },
    price: [1.32, 3.96],
  },
  {
    id: 'deepseek-ai/DeepSeek-V4-Flash-0731',
    contextLength: 1_048_576,
    maximumOutput: 1_048_576,
    takesImages: false,
    reasoning: { mode: 'on' },
    price: [0.13, 0.26],
  },
  {
    id: 'deepseek-ai/DeepSeek-V4.1-Flash',
    contextLength: 1_048_576,
    maximumOutput: 262_144,
    takesImages: true,
    reasoning: { mode: 'on' },
    price: [0.3, 1.2],
  },
  {
    id: 'deepseek-ai/DeepSeek-V4.1-Flash-Fast',
    contextLength: 1_048_576,
    maximumOutput: 262_144,
    takesImages: true,
    reasoning: { mode: 'on' },
    price: [0.6, 2.4],
  },
  {
    id: 'deepseek-ai/DeepSeek-V4.1-Flash-1017-Fast',
    contextLength: 1_048_576,
    maximumOutput: 262_144,
    takesImages: true,
    reasoning: { mode: 'on' },
    price: [0.6, 2.4],
  },
  {
    id: 'zai-org/GLM-5.2',
    contextLength: 1_048_576,
    maximumOutput: 262_144,
    // The documentation says that it takes images; the service refused one.
    takesImages: false,
    reasoning: GLM_5_2,
    price: [1.4, 4.4],
  },
  {
    id: 'zai-org/GLM-5.2-Fast',
    contextLength: 1_048_576,
    maximumOutput: 262_144,
    takesImages: false,
    reasoning: GLM_5_2,
    price: [2.1, 6.6],
  },
  {
    id: 'zai-org/GLM-5.3',
    contextLength: 1_048_576,
    maximumOutput: 262_144,
    takesImages: true,
    reasoning: { mode: 'always' },
    price: [1.4, 4.4],
  },
  {
    id: 'zai-org/GLM-5.3-Fast',
    contextLength: 1_048_576,
    maximumOutput: 262_144,
    takesImages: true,
    reasoning: { mode: 'always', onlyLevels: ['low', 'high', 'max'] },
    price: [2.1, 6.6],
  },
  {
    id: 'zai-org/GLM-5.3-Flash',
    contextLength: 1_048_576,
    maximumOutput: 131_072,
    takesImages: true,
    reasoning: { mode: 'always' },
    price: [0.15, 0.5],
  },
  {
    id: 'moonshotai/Kimi-K3',
    contextLength: 1_048_576,
    maximumOutput: 262_144,
    takesImages: true,
    reasoning: { mode: 'on' },
    price: [3, 15],
  },
  {
    id: 'nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B',
    contextLength: 202_800,
    maximumOutput: 202_800,
    takesImages: false,
    reasoning: { mode: 'opt-in' },
    price: [0.6, 2.4],
  },
  {
    id: 'openai/gpt-oss-120b',
    contextLength: 128_072,
    maximumOutput: 128_072,
    takesImages: false,
    reasoning: { mode: 'on' },
    price: [0.1, 0.5],
  },
  // Retired at Baseten; kept for the examples that name it.
  {
    id: 'moonshotai/Kimi-K2-Instruct-0905',
    contextLength: 262_144,
    maximumOutput: 262_144,
    takesImages: false,
    price: [0.6, 2.5],
  },
];

/** The model of that id, or `undefined` if Baseten would not know it. */
export function findKnownModel(id: string): KnownModel | undefined {
  return KNOWN_MODELS.find(known => known.id === id);
}
