import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { Fragment, memo } from 'react';
import { jsx, jsxs } from 'react/jsx-runtime';
import { highlight } from './highlight';

/** Code in colours; in one colour where the language is not known. */
export const HighlightedCode = memo(function HighlightedCode({
  text,
  language,
}: {
  text: string;
  language: string | undefined;
}) {
  const tree = highlight(text, language);
  return (
    <code>{tree ? toJsxRuntime(tree, { Fragment, jsx, jsxs }) : text}</code>
  );
});
