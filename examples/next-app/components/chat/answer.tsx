import { memo } from 'react';
import type { ChatMessage } from '@/lib/chat-message';
import { AnswerFacts } from './answer-facts';
import { AnswerNote } from './answer-note';
import { AnswerText } from './answer-text';
import { MessageActions } from './message-actions';
import { Reasoning } from './reasoning';
import { ToolCall } from './tool-call';
import { useIsNear } from './use-is-near';

/** An answer as far as it has come. */
export const Answer = memo(function Answer({
  message,
  isAnswering,
  isFar,
  onAnswerAgain,
}: {
  message: ChatMessage;
  isAnswering: boolean;
  /** Whether it was out of sight when the conversation was opened. */
  isFar: boolean;
  onAnswerAgain: (messageId: string) => void;
}) {
  const [ref, isNear] = useIsNear(!isFar);

  return (
    <article
      className="message"
      ref={ref}
      // To format what was said long ago is no news to a screen reader.
      aria-live={isFar ? 'off' : undefined}
    >
      <h2 className="visually-hidden">Assistant</h2>
      {Object.entries(message.parts).map(([key, part]) => {
        switch (part.type) {
          case 'text':
            return (
              <AnswerText key={key} text={part.text} isFormatted={isNear} />
            );
          case 'reasoning':
            return (
              <Reasoning
                key={key}
                text={part.text}
                isThinking={isAnswering && part.state === 'streaming'}
              />
            );
          case 'tool-weather':
          case 'tool-calculator':
            return <ToolCall key={part.toolCallId} call={part} />;
          default:
            return null;
        }
      })}
      {!isAnswering && (
        <>
          <AnswerNote message={message} />
          <footer className="answer-foot">
            <AnswerFacts message={message} />
            <MessageActions
              message={message}
              action="Answer again"
              onAct={() => onAnswerAgain(message.id)}
            />
          </footer>
        </>
      )}
    </article>
  );
});
