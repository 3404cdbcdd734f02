import type { Element } from 'hast';
import type { ExtraProps } from 'react-markdown';
import { CopyButton } from '@/components/copy-button';
import { HighlightedCode } from './highlighted-code';

/** A fenced block: its language, a button that copies it, and the code. */
export function CodeBlock({ node }: ExtraProps) {
  const code = node?.children.find(child => child.type === 'element');
  if (code?.type !== 'element') return null;
  const language = languageOf(code);
  const text = textOf(code).replace(/\n$/, '');

  return (
    <figure className="code-block">
      <figcaption>
        <span>{language ?? 'text'}</span>
        <CopyButton text={text} label="Copy code" />
      </figcaption>
      {/* Long lines are scrolled, by keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls */}
      <pre className="scrolling" tabIndex={0}>
        <HighlightedCode text={text} language={language} />
      </pre>
    </figure>
  );
}

function languageOf({ properties }: Element): string | undefined {
  const names = Array.isArray(properties.className)
    ? properties.className.map(String)
    : [];
  return names.find(name => name.startsWith('language-'))?.slice(9);
}

function textOf({ children }: Element): string {
  return children
    .map(child => (child.type === 'text' ? child.value : ''))
    .join('');
}
