import { type ChatMessage, MAX_OUTPUT_TOKENS } from '@/lib/chat-message';

const LIMIT = MAX_OUTPUT_TOKENS.toLocaleString('en');

/** Says why an answer is empty or has no end, where that is known. */
export function AnswerNote({ message }: { message: ChatMessage }) {
  const note = explain(message);
  return note && <p className="note">{note}</p>;
}

function explain({ parts, metadata }: ChatMessage): string | undefined {
  const finalStep = parts.slice(
    parts.findLastIndex(({ type }) => type === 'step-start') + 1,
  );
  const hasText = finalStep.some(
    part => part.type === 'text' && part.text.trim() !== '',
  );

  switch (metadata?.finishReason) {
    case undefined:
      return undefined;
    case 'length':
      return hasText
        ? `The answer ends here: it reached the limit of ${LIMIT} tokens.`
        : `The model used all of its ${LIMIT} tokens for reasoning, and none were left for an answer. Choose a lower level of reasoning, or ask for less at once.`;
    case 'content-filter':
      return 'The server withheld the answer.';
    case 'tool-calls':
      return 'The model went on calling tools and was stopped before it answered.';
    default:
      return hasText
        ? undefined
        : 'The model answered with nothing. Try again.';
  }
}
