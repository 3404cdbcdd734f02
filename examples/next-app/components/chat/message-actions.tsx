import { CopyButton } from '@/components/copy-button';
import type { ChatMessage } from '@/lib/chat-message';

/** What can be done with a message. */
export function MessageActions({
  message,
  action,
  onAct,
}: {
  message: ChatMessage;
  action: string;
  onAct: () => void;
}) {
  const text = message.parts
    .flatMap(part => (part.type === 'text' ? part.text : []))
    .join('\n\n');

  return (
    <div className="message-actions">
      {text !== '' && <CopyButton text={text} label="Copy" />}
      <button type="button" className="quiet-button" onClick={onAct}>
        {action}
      </button>
    </div>
  );
}
