import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';

/** The parts of a stream's text and reasoning, of which one is open at a time. */
export interface TextParts {
  addText(delta: string): void;
  addReasoning(delta: string): void;
  endReasoning(): void;
  end(): void;
}

// Fixed ids, the same as openai-compatible's.
const TEXT_ID = 'txt-0';
const REASONING_ID = 'reasoning-0';

export function createTextParts(
  emit: (part: LanguageModelV4StreamPart) => void,
): TextParts {
  let isText = false;
  let isReasoning = false;

  const endText = () => {
    if (isText) {
      isText = false;
      emit({ type: 'text-end', id: TEXT_ID });
    }
  };
  const endReasoning = () => {
    if (isReasoning) {
      isReasoning = false;
      emit({ type: 'reasoning-end', id: REASONING_ID });
    }
  };

  return {
    addText: delta => {
      if (!isText) {
        endReasoning();
        isText = true;
        emit({ type: 'text-start', id: TEXT_ID });
      }
      emit({ type: 'text-delta', id: TEXT_ID, delta });
    },
    addReasoning: delta => {
      if (!isReasoning) {
        endText();
        isReasoning = true;
        emit({ type: 'reasoning-start', id: REASONING_ID });
      }
      emit({ type: 'reasoning-delta', id: REASONING_ID, delta });
    },
    endReasoning,
    end: () => {
      endReasoning();
      endText();
    },
  };
}
