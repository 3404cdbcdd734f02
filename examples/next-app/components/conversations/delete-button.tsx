import { useState } from 'react';

/** Deletes a conversation when it is pressed twice. */
export function DeleteButton({
  title,
  onDelete,
}: {
  title: string;
  onDelete: () => void;
}) {
  const [isAsking, setIsAsking] = useState(false);

  return (
    <button
      type="button"
      className="quiet-button"
      onClick={() => (isAsking ? onDelete() : setIsAsking(true))}
      onBlur={() => setIsAsking(false)}
    >
      {isAsking ? 'Really delete' : 'Delete'}
      <span className="visually-hidden"> {title}</span>
    </button>
  );
}
