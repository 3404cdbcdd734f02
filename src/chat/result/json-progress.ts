/** Follows JSON text that arrives in pieces. */
export interface JsonProgress {
  append(piece: string): void;
  /** Whether the text so far is one complete object or array. */
  isComplete(): boolean;
}

/**
 * Reads each character once, and only when asked: most calls never need it.
 * Counts brackets; does not check the JSON between them.
 */
export function createJsonProgress(): JsonProgress {
  let unread = '';
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let state: 'before' | 'inside' | 'complete' | 'other' = 'before';

  const readOutsideString = (character: string) => {
    if (character === '{' || character === '[') {
      state = state === 'complete' ? 'other' : 'inside';
      depth += 1;
    } else if (/\s/.test(character)) {
      return;
    } else if (state !== 'inside') {
      state = 'other';
    } else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) {
        state = 'complete';
      }
    } else if (character === '"') {
      isInString = true;
    }
  };

  const read = (text: string) => {
    for (const character of text) {
      if (state === 'other') {
        return;
      }
      if (!isInString) {
        readOutsideString(character);
      } else if (isEscaped) {
        isEscaped = false;
      } else if (character === '\\') {
        isEscaped = true;
      } else if (character === '"') {
        isInString = false;
      }
    }
  };

  return {
    append: piece => {
      unread += piece;
    },
    isComplete: () => {
      read(unread);
      unread = '';
      return state === 'complete';
    },
  };
}
