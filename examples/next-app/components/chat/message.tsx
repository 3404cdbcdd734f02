import type { ChatMessage } from '@/lib/chat-message';
import { AnswerFacts } from './answer-facts';
import { AnswerNote } from './answer-note';
import { AnswerText } from './answer-text';
import { Reasoning } from './reasoning';
import { ToolCall } from './tool-call';

/** A message of the user, or an answer as far as it has come. */
export function Message({
  message,
  isAnswering,
}: {
  message: ChatMessage;
  isAnswering: boolean;
}) {
  const { role, parts } = message;
  const isUser = role === 'user';

  return (
    <article className={isUser ? 'message user' : 'message'}>
      <h2 className="visually-hidden">{isUser ? 'You' : 'Assistant'}</h2>
      {Object.entries(parts).map(([key, part]) => {
        switch (part.type) {
          case 'text':
            return isUser ? (
              <p key={key} className="text">
                {part.text}
              </p>
            ) : (
              <AnswerText key={key} text={part.text} />
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
      {!isUser && !isAnswering && (
        <>
          <AnswerNote message={message} />
          <AnswerFacts message={message} />
        </>
      )}
    </article>
  );
}
