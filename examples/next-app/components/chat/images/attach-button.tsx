import { useRef } from 'react';

/** Opens the system's choice of files. */
export function AttachButton({
  takesAudio,
  onChoose,
}: {
  takesAudio: boolean;
  onChoose: (files: FileList) => void;
}) {
  const input = useRef<HTMLInputElement>(null);

  return (
    <>
      <button
        type="button"
        className="button icon-button"
        aria-label={takesAudio ? 'Add images or sound' : 'Add images'}
        onClick={() => input.current?.click()}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 5h16v14H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15 9h.01" />
        </svg>
      </button>
      <input
        ref={input}
        type="file"
        accept={takesAudio ? 'image/*,audio/*' : 'image/*'}
        multiple
        hidden
        onChange={event => {
          if (event.target.files) onChoose(event.target.files);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}
