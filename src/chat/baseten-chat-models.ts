/** A chat model of Baseten's Model APIs. */
export interface BasetenChatModel {
  id: string;
  /** Tokens of the prompt and the answer together. */
  contextLength: number;
  /** The highest `maxOutputTokens`. */
  maximumOutputTokens: number;
  takesImages: boolean;
  callsTools: boolean;
  hasStructuredOutput: boolean;
  /** USD per million tokens. */
  price: { input: number; output: number };
}

/** When the models below, their limits and their prices were read. */
export const CHAT_MODELS_DATE = '3 October 2026';

/**
 * The chat models of Baseten's Model APIs, by Baseten's documentation and its
 * listing at `/v1/models`. Types, tests and `docs/models.md` use them, and
 * nothing at run time, so that no bundle holds them. How they reason is in
 * `reasoning-support.ts`, by family.
 *
 * https://docs.baseten.co/development/model-apis/overview#supported-models
 */
export const BASETEN_CHAT_MODELS = [
  {
    id: 'deepseek-ai/DeepSeek-V4-Pro-0813',
    contextLength: 1_048_576,
    maximumOutputTokens: 262_144,
    takesImages: false,
    callsTools: true,
    hasStructuredOutput: true,
    price: { input: 1.32, output: 3.96 },
  },
  {
    id: 'deepseek-ai/DeepSeek-V4-Flash-0731',
    contextLength: 1_048_576,
    // The listing; the documentation says 384,000.
    maximumOutputTokens: 1_048_576,
    takesImages: false,
    callsTools: true,
    hasStructuredOutput: true,
    price: { input: 0.13, output: 0.26 },
  },
  {
    id: 'deepseek-ai/DeepSeek-V4.1-Flash',
    contextLength: 1_048_576,
    maximumOutputTokens: 262_144,
    takesImages: true,
    callsTools: true,
    hasStructuredOutput: true,
    price: { input: 0.3, output: 1.2 },
  },
  // Not in the documentation of October: catalogues of third parties.
  {
    id: 'deepseek-ai/DeepSeek-V4.1-Flash-Fast',
    contextLength: 1_048_576,
    maximumOutputTokens: 262_144,
    takesImages: true,
    callsTools: true,
    hasStructuredOutput: true,
    price: { input: 0.6, output: 2.4 },
  },
  // The same; https://vercel.com/ai-gateway/models/deepseek-v4.1-flash-1017-fast
  {
    id: 'deepseek-ai/DeepSeek-V4.1-Flash-1017-Fast',
    contextLength: 1_048_576,
    maximumOutputTokens: 262_144,
    takesImages: true,
    callsTools: true,
    hasStructuredOutput: true,
    price: { input: 0.6, output: 2.4 },
  },
  {
    id: 'zai-org/GLM-5.2',
    contextLength: 1_048_576,
    maximumOutputTokens: 262_144,
    // The documentation says that it takes images; the service refused one.
    takesImages: false,
    callsTools: true,
    hasStructuredOutput: true,
    price: { input: 1.4, output: 4.4 },
  },
  {
    id: 'zai-org/GLM-5.2-Fast',
    contextLength: 1_048_576,
    maximumOutputTokens: 262_144,
    takesImages: false,
    callsTools: true,
    hasStructuredOutput: true,
    price: { input: 2.1, output: 6.6 },
  },
  {
    id: 'zai-org/GLM-5.3',
    contextLength: 1_048_576,
    maximumOutputTokens: 262_144,
    takesImages: true,
    callsTools: true,
    hasStructuredOutput: true,
    price: { input: 1.4, output: 4.4 },
  },
  {
    id: 'zai-org/GLM-5.3-Fast',
    contextLength: 1_048_576,
    maximumOutputTokens: 262_144,
    takesImages: true,
    callsTools: true,
    hasStructuredOutput: true,
    price: { input: 2.1, output: 6.6 },
  },
  {
    id: 'zai-org/GLM-5.3-Flash',
    contextLength: 1_048_576,
    maximumOutputTokens: 131_072,
    takesImages: true,
    callsTools: true,
    hasStructuredOutput: true,
    price: { input: 0.15, output: 0.5 },
  },
  {
    id: 'moonshotai/Kimi-K3',
    contextLength: 1_048_576,
    maximumOutputTokens: 262_144,
    takesImages: true,
    callsTools: true,
    hasStructuredOutput: true,
    price: { input: 3, output: 15 },
  },
  {
    id: 'nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B',
    contextLength: 202_800,
    maximumOutputTokens: 202_800,
    takesImages: false,
    callsTools: true,
    hasStructuredOutput: true,
    price: { input: 0.6, output: 2.4 },
  },
  {
    id: 'openai/gpt-oss-120b',
    contextLength: 128_072,
    maximumOutputTokens: 128_072,
    takesImages: false,
    callsTools: true,
    hasStructuredOutput: true,
    price: { input: 0.1, output: 0.5 },
  },
] as const satisfies readonly BasetenChatModel[];

/**
 * Id of a chat model. Any string is accepted: models come and go with about two
 * weeks' notice, and deployments have names of their own.
 */
export type BasetenChatModelId =
  | (typeof BASETEN_CHAT_MODELS)[number]['id']
  | (string & {});
