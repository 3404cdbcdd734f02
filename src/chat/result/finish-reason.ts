import type { LanguageModelV4FinishReason } from '@ai-sdk/provider';

type Unified = LanguageModelV4FinishReason['unified'];

const UNIFIED = new Map<string | undefined, Unified>([
  ['stop', 'stop'],
  ['length', 'length'],
  ['model_context_window_exceeded', 'length'],
  ['content_filter', 'content-filter'],
  ['function_call', 'tool-calls'],
  ['tool_calls', 'tool-calls'],
  // The server gave up, so what came is not the whole answer.
  ['abort', 'error'],
  ['error', 'error'],
]);

/**
 * @param raw what the server said; `undefined` for a reply that is complete and
 * gave no reason for its end.
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
