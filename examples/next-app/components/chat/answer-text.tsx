import { lazy, Suspense } from 'react';

/** Loads what formats answers: with the first question, not with the page. */
export async function loadMarkdown() {
  const { Markdown } = await import('@/components/markdown/markdown');
  return { default: Markdown };
}

const Markdown = lazy(loadMarkdown);

/** Text of an answer; plain until what formats it is loaded. */
export function AnswerText({ text }: { text: string }) {
  return (
    <Suspense fallback={<p className="text">{text}</p>}>
      <Markdown text={text} />
    </Suspense>
  );
}
