import type { Document } from './corpus';
import { corpus } from './corpus';
import { findPlane, type Plane, type Point } from './plane';

/** The corpus and a query as a picture: what is near means alike. */
export interface CorpusMap {
  documents: Array<Point & { document: Document }>;
  query: Point;
  /** Part of all differences that it shows, 0 to 1. */
  shown: number;
}

// A plane for each array of vectors, which are made once.
const planes = new WeakMap<number[][], Plane>();

export function mapCorpus(vectors: number[][], query: number[]): CorpusMap {
  const plane = planes.get(vectors) ?? findPlane(vectors);
  planes.set(vectors, plane);
  return {
    documents: corpus.map((document, index) => ({
      document,
      ...plane.place(vectors[index] ?? []),
    })),
    query: plane.place(query),
    shown: plane.shown,
  };
}
