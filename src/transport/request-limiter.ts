import pLimit from 'p-limit';

/** A limit of requests in flight that several calls share. */
export interface RequestLimiter {
  /** Runs a request when there is room, in the order of asking. */
  run<REPLY>(request: () => Promise<REPLY>): Promise<REPLY>;

  /**
   * Counts a call in with what it asked for: together the running calls have
   * at most the largest such number in flight.
   *
   * @returns the function that counts it out.
   */
  enter(maxConcurrentRequests: number): () => void;
}

export function createRequestLimiter(): RequestLimiter {
  const limit = pLimit(1);
  const asked = new Map<symbol, number>();
  const adjust = () => {
    limit.concurrency = Math.max(1, ...asked.values());
  };

  return {
    run: request => limit(request),
    enter: maxConcurrentRequests => {
      const call = Symbol('call');
      asked.set(call, maxConcurrentRequests);
      adjust();
      return () => {
        asked.delete(call);
        adjust();
      };
    },
  };
}
