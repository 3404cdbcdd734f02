import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';

/** The `error` part of a stream. */
export interface ErrorParts {
  /** Emits the first error. Later ones follow from it and are left out. */
  add(error: unknown): void;
  hasAny(): boolean;
}

export function createErrorParts(
  emit: (part: LanguageModelV4StreamPart) => void,
  explain: (error: unknown) => unknown,
): ErrorParts {
  let hasFailed = false;
  return {
    add: error => {
      if (!hasFailed) {
        hasFailed = true;
        emit({ type: 'error', error: explain(error) });
      }
    },
    hasAny: () => hasFailed,
  };
}
