import { PCA } from 'ml-pca';

/** A place on a map of embeddings. */
export interface Point {
  x: number;
  y: number;
}

/** The plane in which embeddings lie farthest apart. */
export interface Plane {
  place(vector: number[]): Point;
  /** Part of all differences that the plane shows, 0 to 1. */
  shown: number;
}

/** Finds the plane by principal component analysis. */
export function findPlane(vectors: number[][]): Plane {
  const pca = new PCA(vectors);
  const [first = 0, second = 0] = pca.getExplainedVariance();
  return {
    place: vector => {
      const [x = 0, y = 0] = pca.predict([vector]).getRow(0);
      return { x, y };
    },
    shown: first + second,
  };
}
