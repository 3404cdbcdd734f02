import { lazy, Suspense } from 'react';

// Loaded with the first answer: an empty conversation is there at once.
const Markdown = lazy(async () => {
  const { Markdown } = await import('@/components/markdown/markdown');
  return { default: Markdown };
});

/** Text of an answer; plain until what formats it is loaded. */
export function AnswerText({ text }: { text: string }) {
  return (
    <Suspense fallback={<p className="text">{text}</p>}>
      <Markdown text={text} />
    </Suspense>
  );
}
