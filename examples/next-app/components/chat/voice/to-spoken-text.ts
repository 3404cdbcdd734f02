/** An answer as it is read out: without code, tables' rules and marks. */
export function toSpokenText(markdown: string): string {
  return markdown
    .replace(/^(`{3,}|~{3,})[\s\S]*?(?:^\1|$(?![\s\S]))/gm, ' ')
    .replace(/^\|?[-:| ]+$/gm, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#|>]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
