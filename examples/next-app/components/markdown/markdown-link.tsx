import type { ComponentProps } from 'react';
import type { ExtraProps } from 'react-markdown';

/** A link of an answer: to a page of the web, or to one of its own footnotes. */
export function MarkdownLink({
  node: _,
  ...properties
}: ComponentProps<'a'> & ExtraProps) {
  const { href = '', children } = properties;
  // The address was none that is safe to follow.
  if (href === '') return children;
  return href.startsWith('#') ? (
    <a {...properties} />
  ) : (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
