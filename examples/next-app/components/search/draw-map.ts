import { dot, link, plot, pointer, text, tip } from '@observablehq/plot';
import type { CorpusMap } from '@/lib/corpus-map';
import type { SearchResult } from '@/lib/search-corpus';

const MARGIN = 28;

/** Draws the texts as dots, and lines from the query to what was found. */
export function drawMap(
  { documents, query }: CorpusMap,
  results: SearchResult[],
  width: number,
): Element {
  const found = results.flatMap(({ document: { title } }, index) => {
    const point = documents.find(({ document }) => document.title === title);
    return point ? [{ ...point, place: index + 1 }] : [];
  });
  const at = { x: 'x', y: 'y' };

  const drawn = plot({
    width,
    height: Math.round(Math.max(220, width * 0.42)),
    margin: MARGIN,
    x: { axis: null },
    y: { axis: null },
    marks: [
      dot(documents, { ...at, r: 3.5, fill: 'var(--control-border)' }),
      link(found, {
        x1: query.x,
        y1: query.y,
        x2: 'x',
        y2: 'y',
        stroke: 'var(--accent)',
        strokeOpacity: 0.5,
        strokeDasharray: '3,3',
      }),
      dot([query], {
        ...at,
        r: 8,
        symbol: 'star',
        fill: 'var(--text)',
        stroke: 'var(--surface)',
      }),
      dot(found, { ...at, r: 9, fill: 'var(--accent)' }),
      text(found, {
        ...at,
        text: 'place',
        fill: 'var(--on-accent)',
        fontWeight: 600,
      }),
      tip(
        documents,
        pointer({
          ...at,
          title: ({ document }) => `${document.title}\n${document.topic}`,
          fill: 'var(--background)',
          stroke: 'var(--control-border)',
          fontSize: 13,
          lineWidth: 14,
          maxRadius: 24,
        }),
      ),
    ],
  });
  // Its frame says in words what it shows.
  drawn.setAttribute('aria-hidden', 'true');
  return drawn;
}
