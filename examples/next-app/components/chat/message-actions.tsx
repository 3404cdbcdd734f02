import { CopyButton } from '@/components/copy-button';
import type { ChatMessage } from '@/lib/chat-message';
import { ListenButton } from './voice/listen-button';
import { useVoice } from './voice/voice-context';

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
  const { canSpeak } = useVoice();
  const text = message.parts
    .flatMap(part => (part.type === 'text' ? part.text : []))
    .join('\n\n');

  return (
    <div className="message-actions">
      {text !== '' && <CopyButton text={text} label="Copy" />}
      {canSpeak && text !== '' && message.role === 'assistant' && (
        <ListenButton text={text} />
      )}
      <button type="button" className="quiet-button" onClick={onAct}>
        {action}
      </button>
    </div>
  );
}
