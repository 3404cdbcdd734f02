import { type ComponentType, useSyncExternalStore } from 'react';

let Markdown: ComponentType<{ text: string }> | undefined;
const listeners = new Set<() => void>();

/** Loads what formats answers: with a conversation, not with the page. */
export async function loadMarkdown(): Promise<void> {
  // Where it cannot be loaded, answers are shown as they were written.
  const loaded = await import('@/components/markdown/markdown').catch(
    () => undefined,
  );
  Markdown = loaded?.Markdown;
  for (const listener of listeners) listener();
}

/** Text of an answer; as the model wrote it until it is formatted. */
export function AnswerText({
  text,
  isFormatted,
}: {
  text: string;
  /** Whether anyone is about to see it: to format takes time. */
  isFormatted: boolean;
}) {
  const Formatted = useSyncExternalStore(
    watchMarkdown,
    () => Markdown,
    () => undefined,
  );
  return Formatted && isFormatted ? (
    <Formatted text={text} />
  ) : (
    <p className="text">{text}</p>
  );
}

function watchMarkdown(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
