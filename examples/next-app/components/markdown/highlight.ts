import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';

// Each language is script that the page loads: add those that you need.
const lowlight = createLowlight({
  bash,
  css,
  diff,
  go,
  java,
  json,
  python,
  rust,
  sql,
  typescript,
  xml,
  yaml,
});
lowlight.registerAlias({
  // TypeScript holds all of JavaScript.
  typescript: ['javascript', 'js', 'jsx', 'mjs'],
  bash: ['shell', 'console'],
});

/** The code as a tree of spans; `undefined` if the language is not known. */
export function highlight(text: string, language: string | undefined) {
  return language !== undefined && lowlight.registered(language)
    ? lowlight.highlight(language, text)
    : undefined;
}
