import type {
  BasetenDecisionModelOptions,
  BasetenEmbeddingModelOptions,
  BasetenLanguageModelChatOptions,
  BasetenProviderSettings,
  BasetenRerankingModelOptions,
  BasetenSpeechModelOptions,
  BasetenTranscriptionModelOptions,
} from '../../src';

// A value for every name there is: the compiler sees to it that none is
// missing, so the pages can be compared with the keys.

export const SETTINGS = {
  apiKey: 'a-key',
  baseURL: 'https://localhost/v1',
  modelURL: 'https://localhost/sync/v1',
  headers: { 'x-session-affinity': 'user-17' },
  fetch: async () => new Response('{}', { status: 400 }),
  performanceClient: true,
  onProgress: () => {},
  sessionAffinity: 'auto',
} satisfies Required<BasetenProviderSettings>;

const DEPLOYMENT_OPTIONS = {
  batchSize: 64,
  maxConcurrentRequests: 8,
  timeoutSeconds: 60,
  batchRetries: 2,
};

export const OPTIONS = {
  chat: {
    user: 'user-17',
    reasoningEffort: 'high',
    chatTemplateArgs: { enable_thinking: true },
    thinking: { type: 'enabled' },
    textVerbosity: 'low',
    strictJsonSchema: false,
    parallelToolCalls: false,
    multiPartToolResults: true,
    minP: 0.1,
    topPMin: 0.2,
    repetitionPenalty: 1.1,
    lengthPenalty: 0.9,
    minTokens: 10,
    ignoreEos: true,
    stopTokenIds: [1],
    bad: ['word'],
    badTokenIds: [2],
    logitBias: { '50256': -100 },
    logprobs: true,
    topLogprobs: 5,
  } satisfies Required<BasetenLanguageModelChatOptions>,

  embedding: {
    dimensions: 256,
    user: 'user-17',
    encodingFormat: 'float',
    ...DEPLOYMENT_OPTIONS,
  } satisfies Required<BasetenEmbeddingModelOptions>,

  reranking: {
    rawScores: true,
    truncate: false,
    truncationDirection: 'Left',
    ...DEPLOYMENT_OPTIONS,
  } satisfies Required<BasetenRerankingModelOptions>,

  decision: {
    maxConcurrentRequests: 8,
    timeoutSeconds: 60,
    batchRetries: 2,
  } satisfies Required<BasetenDecisionModelOptions>,

  transcription: {
    prompt: 'Porto',
    language: 'pt',
    outputLanguage: 'en',
    showWordTimestamps: true,
    enableDiarization: true,
    enableVad: true,
    responseFormat: 'json',
    timeoutSeconds: 60,
  } satisfies Required<BasetenTranscriptionModelOptions>,

  speech: {
    textField: 'prompt',
    timeoutSeconds: 60,
  } satisfies Required<BasetenSpeechModelOptions>,
} as const;

/** A kind of model that has options. */
export type Kind = keyof typeof OPTIONS;
