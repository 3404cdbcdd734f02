import type { ChatStatus } from 'ai';
import { useEffect, useState } from 'react';
import { ErrorNotice } from '@/components/error-notice';
import type { ChatMessage } from '@/lib/chat-message';
import { Answer } from './answer';
import { loadMarkdown } from './answer-text';
import { useStickToBottom } from './use-stick-to-bottom';
import { type Edit, UserMessage } from './user-message';

/** More messages than a screen holds. */
const SHOWN_FIRST = 10;

/** A conversation so far, and how its last answer is coming along. */
export function Messages({
  messages,
  status,
  error,
  onEdit,
  onAnswerAgain,
}: {
  messages: ChatMessage[];
  status: ChatStatus;
  error: Error | undefined;
  onEdit: (edit: Edit) => void;
  onAnswerAgain: (messageId?: string) => void;
}) {
  const isAnswering = status === 'submitted' || status === 'streaming';
  const last = messages.at(-1);
  const [far] = useState(
    () => new Set(messages.slice(0, -SHOWN_FIRST).map(({ id }) => id)),
  );
  useStickToBottom(isAnswering);
  // Is there before the answer is, as a rule.
  useEffect(() => void loadMarkdown(), []);

  return (
    <section
      className="messages"
      role="log"
      aria-label="Conversation"
      aria-busy={isAnswering}
    >
      {messages.map(message =>
        message.role === 'user' ? (
          <UserMessage key={message.id} message={message} onEdit={onEdit} />
        ) : (
          <Answer
            key={message.id}
            message={message}
            isAnswering={isAnswering && message === last}
            isFar={far.has(message.id)}
            onAnswerAgain={onAnswerAgain}
          />
        ),
      )}
      {status === 'submitted' && (
        <p className="pending">Waiting for the answer</p>
      )}
      {status === 'ready' && last?.role === 'user' && (
        // The page was left before the answer began.
        <button
          type="button"
          className="button"
          onClick={() => onAnswerAgain()}
        >
          Answer
        </button>
      )}
      {error && <ErrorNotice error={error} onRetry={() => onAnswerAgain()} />}
    </section>
  );
}
