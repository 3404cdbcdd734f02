import { useEffect, useRef, useState } from 'react';
import { toSpokenText } from './to-spoken-text';

/** Reads an answer out, and falls silent when it is pressed again. */
export function ListenButton({ text }: { text: string }) {
  const [state, setState] = useState<'silent' | 'speaking' | 'failed'>(
    'silent',
  );
  const running = useRef<AbortController>(null);

  useEffect(() => () => running.current?.abort(), []);

  const listen = async () => {
    running.current = new AbortController();
    const { signal } = running.current;
    setState('speaking');
    try {
      await speak(toSpokenText(text), signal);
      setState('silent');
    } catch {
      setState(signal.aborted ? 'silent' : 'failed');
    }
  };

  return (
    <button
      type="button"
      className="quiet-button"
      onClick={() =>
        state === 'speaking' ? running.current?.abort() : listen()
      }
    >
      {state === 'speaking' ? 'Silence' : 'Listen'}
      <span role="status">{state === 'failed' && ': it failed'}</span>
    </button>
  );
}

/** Resolves when all is said. */
async function speak(text: string, signal: AbortSignal): Promise<void> {
  const response = await fetch('/api/speech', {
    method: 'POST',
    body: text,
    signal,
  });
  if (!response.ok) throw new Error(await response.text());
  const audio = new Audio(URL.createObjectURL(await response.blob()));
  signal.addEventListener('abort', () => audio.pause());
  try {
    await audio.play();
    await new Promise((resolve, reject) => {
      audio.addEventListener('ended', resolve);
      audio.addEventListener('pause', resolve);
      audio.addEventListener('error', reject);
    });
  } finally {
    URL.revokeObjectURL(audio.src);
  }
}
