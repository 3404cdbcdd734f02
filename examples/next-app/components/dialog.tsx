'use client';

import { type ReactNode, useId, useRef } from 'react';

/** A button, and the dialog that it opens: over the page, closed by Escape. */
export function Dialog({
  button,
  buttonClass,
  title,
  children,
}: {
  button: ReactNode;
  buttonClass: string;
  title: string;
  children: (close: () => void) => ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const close = () => dialog.current?.close();

  return (
    <>
      <button
        type="button"
        className={buttonClass}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {button}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it too */}
      <dialog
        ref={dialog}
        className="dialog"
        aria-labelledby={titleId}
        onClick={event => {
          // Beside what it holds is the backdrop.
          if (event.target === event.currentTarget) close();
        }}
      >
        <div className="dialog-content">
          <header className="dialog-header">
            <h2 id={titleId}>{title}</h2>
            <button type="button" className="quiet-button" onClick={close}>
              Close
            </button>
          </header>
          {children(close)}
        </div>
      </dialog>
    </>
  );
}
