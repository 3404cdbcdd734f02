'use client';

import { useEffect, useRef } from 'react';
import type { CorpusMap } from '@/lib/corpus-map';
import type { SearchResult } from '@/lib/search-corpus';

/** A picture of the texts by their embeddings, with the query among them. */
export function ResultsMap({
  map,
  results,
}: {
  map: CorpusMap;
  results: SearchResult[];
}) {
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    let isShown = true;
    // Loaded with the first results.
    void import('./draw-map').then(({ drawMap }) => {
      if (!isShown) return;
      element.replaceChildren(drawMap(map, results, element.clientWidth));
    });
    return () => {
      isShown = false;
    };
  }, [map, results]);

  return (
    <figure className="map">
      <div
        ref={frame}
        className="map-frame"
        role="img"
        aria-label={`The question among ${map.documents.length} texts, joined to the ${results.length} best`}
      />
      <figcaption className="facts">
        ★ is your question. Texts that are alike lie near each other: the map
        shows the two dimensions in which they differ most, with{' '}
        {Math.round(map.shown * 100)}% of all differences.
      </figcaption>
    </figure>
  );
}
