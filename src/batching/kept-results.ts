/** Results of batches that finished before their call failed. */
export interface KeptResults<RESULT> {
  /**
   * Takes what an earlier call with these texts and options finished, one entry
   * per batch. No other call gets it until it is kept again.
   */
  take(work: Work): Array<RESULT | undefined>;

  /** Keeps finished results for as long as the caller keeps the texts. */
  keep(work: Work, results: Array<RESULT | undefined>): void;
}

/** Everything that decides the results of a call. */
export interface Work {
  /** The caller's own array: the AI SDK retries a failed call with the same one. */
  owner: object;
  /** Everything except the texts that the results depend on. */
  fingerprint: string;
  /** The texts of each batch. */
  batches: ReadonlyArray<readonly string[]>;
}

export function createKeptResults<RESULT>(): KeptResults<RESULT> {
  const entries = new WeakMap<
    object,
    Omit<Work, 'owner'> & { results: Array<RESULT | undefined> }
  >();

  return {
    take: ({ owner, fingerprint, batches }) => {
      const kept = entries.get(owner);
      entries.delete(owner);

      return batches.map((texts, index) =>
        kept?.fingerprint === fingerprint &&
        // The caller may have changed the array in the meantime.
        isSame(texts, kept.batches[index])
          ? kept.results[index]
          : undefined,
      );
    },
    keep: ({ owner, fingerprint, batches }, results) => {
      entries.set(owner, { fingerprint, batches, results });
    },
  };
}

function isSame(
  texts: readonly string[],
  kept: readonly string[] | undefined,
): boolean {
  return (
    kept?.length === texts.length &&
    texts.every((text, index) => text === kept[index])
  );
}
