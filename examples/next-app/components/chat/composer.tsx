import { type FormEvent, type KeyboardEvent, type Ref, useState } from 'react';

/** Where a message is written and sent, and an answer stopped. */
export function Composer({
  ref,
  isAnswering,
  onSend,
  onStop,
}: {
  ref: Ref<HTMLTextAreaElement>;
  isAnswering: boolean;
  onSend: (text: string) => void;
  onStop: () => void;
}) {
  const [text, setText] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isAnswering || text.trim() === '') return;
    onSend(text);
    setText('');
  };
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Enter also ends the input of a Chinese or Japanese word.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) submit(event);
    if (event.key === 'Escape' && isAnswering) onStop();
  };

  return (
    <form className="composer" onSubmit={submit}>
      <label className="visually-hidden" htmlFor="message">
        Message
      </label>
      <textarea
        id="message"
        ref={ref}
        rows={1}
        placeholder="Write a message"
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={handleKey}
      />
      {isAnswering ? (
        <button type="button" className="button" onClick={onStop}>
          Stop
        </button>
      ) : (
        <button
          type="submit"
          className="button primary"
          aria-disabled={text.trim() === ''}
        >
          Send
        </button>
      )}
    </form>
  );
}
