import type { FileUIPart } from 'ai';
import { memo, useState } from 'react';
import type { ChatMessage } from '@/lib/chat-message';
import { MessageActions } from './message-actions';
import { MessageEditor } from './message-editor';

/** What is said in place of an earlier message. */
export interface Edit {
  messageId: string;
  text: string;
  files: FileUIPart[];
}

/** A message of the user, which can be said anew. */
export const UserMessage = memo(function UserMessage({
  message,
  onEdit,
}: {
  message: ChatMessage;
  onEdit: (edit: Edit) => void;
}) {
  const [isEditing, setIsEditing] = useState(false);
  const text = message.parts
    .map(part => (part.type === 'text' ? part.text : ''))
    .join('');
  const files = message.parts.filter(part => part.type === 'file');

  return (
    <article className={isEditing ? 'message user editing' : 'message user'}>
      <h2 className="visually-hidden">You</h2>
      <div className="bubble">
        {files.map(({ url, filename }) => (
          // biome-ignore lint/performance/noImgElement: its data is in its address
          <img
            key={url}
            className="picture"
            src={url}
            alt={filename ?? 'Attached'}
          />
        ))}
        {isEditing ? (
          <MessageEditor
            text={text}
            onCancel={() => setIsEditing(false)}
            onSave={edited => {
              setIsEditing(false);
              onEdit({ messageId: message.id, text: edited, files });
            }}
          />
        ) : (
          text !== '' && <p className="text">{text}</p>
        )}
      </div>
      {!isEditing && (
        <MessageActions
          message={message}
          action="Edit"
          onAct={() => setIsEditing(true)}
        />
      )}
    </article>
  );
});
