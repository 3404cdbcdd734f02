'use client';

import { useEffect, useState } from 'react';

const SHOWN_MILLISECONDS = 2000;

/** Copies a text, and says so for a moment. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [outcome, setOutcome] = useState<'Copied' | 'Not copied'>();

  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('Copied');
    } catch {
      setOutcome('Not copied');
    }
  };

  return (
    <button type="button" className="quiet-button" onClick={copy}>
      {outcome ?? label}
      <span className="visually-hidden" role="status">
        {outcome}
      </span>
    </button>
  );
}
