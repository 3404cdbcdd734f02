import { type ComponentProps, memo, useDeferredValue, useMemo } from 'react';
import ReactMarkdown, { type Components, type Options } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import remend from 'remend';
import { CodeBlock } from './code-block';
import { MarkdownLink } from './markdown-link';
import { rankHeadings } from './rank-headings';

/**
 * An answer in Markdown, as far as it has come. HTML in it is shown as text,
 * addresses other than those of the web and of mail are left out, and images
 * become links: a page must not fetch what a model names.
 */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  // A long answer is parsed when there is time: typing goes first.
  const shown = useDeferredValue(text);
  const content = useMemo(
    () => (
      <ReactMarkdown
        remarkPlugins={REMARK_PLUGINS}
        rehypePlugins={[rankHeadings]}
        components={COMPONENTS}
      >
        {
          // Closes what is still open while the answer streams.
          remend(shown)
        }
      </ReactMarkdown>
    ),
    [shown],
  );

  return <div className="markdown">{content}</div>;
});

const REMARK_PLUGINS: Options['remarkPlugins'] = [
  // A single ~ stands for "about" more often than for what is struck out.
  [remarkGfm, { singleTilde: false }],
];

const COMPONENTS: Components = {
  pre: CodeBlock,
  a: MarkdownLink,
  img: ({ src, alt }) =>
    typeof src === 'string' ? (
      <MarkdownLink href={src}>{alt || src}</MarkdownLink>
    ) : null,
  input: ({ checked }: ComponentProps<'input'>) => (
    <input
      type="checkbox"
      checked={checked}
      disabled
      aria-label={checked ? 'Done' : 'Not done'}
    />
  ),
  table: ({ children }) => (
    // Wider than the page: it is scrolled, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    // biome-ignore lint/a11y/useSemanticElements: it is no part of a form
    <div className="scrolling" role="group" aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
};
