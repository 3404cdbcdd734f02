import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';

/** Where an earlier message is written anew. What followed it is dropped. */
export function MessageEditor({
  text,
  onCancel,
  onSave,
}: {
  text: string;
  onCancel: () => void;
  onSave: (text: string) => void;
}) {
  const [edited, setEdited] = useState(text);
  const id = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (edited.trim() !== '') onSave(edited);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) submit(event);
    if (event.key === 'Escape') onCancel();
  };

  return (
    <form className="message-editor" onSubmit={submit}>
      <label className="visually-hidden" htmlFor={id}>
        Edited message
      </label>
      <textarea
        id={id}
        // biome-ignore lint/a11y/noAutofocus: it takes the place of what was pressed
        autoFocus
        rows={1}
        value={edited}
        onChange={event => setEdited(event.target.value)}
        onKeyDown={handleKey}
      />
      <div className="editor-buttons">
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" className="button primary">
          Send again
        </button>
      </div>
    </form>
  );
}
