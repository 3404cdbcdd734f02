import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A message's own heading is an `h2`. */
const FIRST_RANK = 3;
const LAST_RANK = 6;

/** Puts the headings of an answer below that of its message, leaving out no rank. */
export function rankHeadings() {
  return (tree: Root) => {
    const open: number[] = [];

    visit(tree, 'element', element => {
      const [, depth] = /^h([1-6])$/.exec(element.tagName) ?? [];
      if (depth === undefined) return;
      while ((open.at(-1) ?? 0) >= Number(depth)) open.pop();
      open.push(Number(depth));
      const rank = Math.min(FIRST_RANK + open.length - 1, LAST_RANK);
      element.tagName = `h${rank}`;
    });
  };
}
