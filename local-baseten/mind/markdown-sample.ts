/** The answer to a request for Markdown: a sample of each element. */
export const MARKDOWN_SAMPLE = `## Sorting by merging

Split the list, sort **both halves**, then merge them:

\`\`\`ts
// The smaller head goes first.
function merge(left: number[], right: number[]): number[] {
  const merged: number[] = [];
  while (left.length > 0 && right.length > 0) {
    const [from] = left[0] <= right[0] ? [left] : [right];
    merged.push(from.shift() ?? 0);
  }
  return [...merged, ...left, ...right];
}
\`\`\`

| algorithm | average | worst | memory |
|---|---|---|---|
| merge sort | n log n | n log n | n |
| quicksort | n log n | n² | log n |
| insertion sort | n² | n² | 1 |

1. Merge sort is *stable*: equal values keep their order.
2. \`Array.prototype.sort\` is a merge sort in most engines.
`;
