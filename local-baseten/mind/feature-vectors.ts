const MAXIMUM_CACHED_NUMBERS = 4 * 1024 * 1024;
const LONGEST_CACHED_NAME = 64;

type WeightedFeatures = ReadonlyArray<[feature: string, weight: number]>;

/**
 * Pseudo-random vectors of one length, one for each feature of a text, kept
 * for as long as there is room. A vector's beginning is the same at any length.
 */
export class FeatureVectors {
  private static readonly byLength = new Map<number, FeatureVectors>();

  static ofLength(dimensions: number): FeatureVectors {
    let vectors = FeatureVectors.byLength.get(dimensions);
    if (vectors === undefined) {
      vectors = new FeatureVectors(dimensions);
      FeatureVectors.byLength.set(dimensions, vectors);
    }
    return vectors;
  }

  private readonly features = new Map<string, Float32Array>();
  private readonly combinations = new Map<string, Float32Array>();

  private constructor(private readonly dimensions: number) {}

  /** The vector of a feature: numbers between -1 and 1. */
  of(feature: string): Float32Array {
    return this.cached(this.features, feature, () => {
      const vector = new Float32Array(this.dimensions);
      fillWithRandomNumbers(vector, hash(feature));
      return vector;
    });
  }

  /** The weighted sum of features, kept under a name. */
  combined(name: string, weighted: () => WeightedFeatures): Float32Array {
    return this.cached(this.combinations, name, () => {
      const sum = new Float32Array(this.dimensions);
      for (const [feature, weight] of weighted()) {
        const vector = this.of(feature);
        for (let i = 0; i < sum.length; i++) {
          sum[i] = (sum[i] ?? 0) + weight * (vector[i] ?? 0);
        }
      }
      return sum;
    });
  }

  private cached(
    cache: Map<string, Float32Array>,
    name: string,
    make: () => Float32Array,
  ): Float32Array {
    const known = cache.get(name);
    if (known !== undefined) return known;
    const vector = make();
    if (cache.size * this.dimensions > MAXIMUM_CACHED_NUMBERS) cache.clear();
    if (name.length <= LONGEST_CACHED_NAME) cache.set(name, vector);
    return vector;
  }
}

// FNV-1a with a last mix, so that names that differ little lie far apart.
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  return state ^ (state >>> 13);
}

// Mulberry32.
function fillWithRandomNumbers(vector: Float32Array, seed: number): void {
  let state = seed;
  for (let i = 0; i < vector.length; i++) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    vector[i] = (mixed ^ (mixed >>> 14)) / 0x80000000;
  }
}
