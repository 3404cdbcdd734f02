/** The package built without its pace, which is what the pace is measured against. */
export const UNPACED = new URL(
  '../.cache/bench/unpaced/index.js',
  import.meta.url,
);
