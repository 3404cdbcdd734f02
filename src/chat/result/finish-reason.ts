import type { LanguageModelV4FinishReason } from '@ai-sdk/provider';

type Unified = LanguageModelV4FinishReason['unified'];

const UNIFIED = new Map<string | undefined, Unified>([
  ['stop', 'stop'],
  ['length', 'length'],
  ['model_context_window_exceeded', 'length'],
  ['content_filter', 'content-filter'],
  ['function_call', 'tool-calls'],
  ['tool_calls', 'tool-calls'],
  // The server gave up, so the answer is incomplete.
  ['abort', 'error'],
  ['error', 'error'],
]);

/**
 * @param raw the server's finish reason; `undefined` for a complete reply
 * without one.
 */
export function convertFinishReason(
  raw: string | undefined,
  { hasRefusal, hasToolCalls }: { hasRefusal: boolean; hasToolCalls: boolean },
): LanguageModelV4FinishReason {
  const unified =
    raw === undefined
      ? hasToolCalls
        ? 'tool-calls'
        : 'stop'
      : (UNIFIED.get(raw) ?? 'other');
  return {
    unified: hasRefusal && unified === 'stop' ? 'content-filter' : unified,
    raw,
  };
}
