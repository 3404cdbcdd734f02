import { SHARED_REQUESTS } from '../settings/defaults';
import { every, now } from '../utils/timers';

/**
 * A limit of requests in flight that the calls to one deployment share.
 * Nothing in it waits: a call asks again by its own timer, since a runtime may
 * end a call together with all its timers and promises.
 */
export interface RequestLimiter {
  /** Counts a call in that has at most so many requests in flight. */
  enter(maxConcurrentRequests: number): Places;
}

/** The places of one call. */
export interface Places {
  /** Takes a place for one request, unless there is none at present. */
  take(): boolean;
  giveBack(): void;
  /** Counts the call out, with all places that it has. */
  leave(): void;
}

interface Call {
  maximum: number;
  taken: number;
  /** Whether it had less than its share when it was last refused a place. */
  isWaiting: boolean;
  renewedAt: number;
}

/** A call that has not been heard of for so long is gone. */
const LEASE_IN_MS = 15_000;

/**
 * @param shared Requests in flight over all calls. A call that may have more
 * raises it to its own maximum while it runs.
 */
export function createRequestLimiter(
  shared: number = SHARED_REQUESTS,
): RequestLimiter {
  const calls = new Set<Call>();
  let ceiling = shared;
  let taken = 0;
  let waiting = 0;
  let checkedAt = now();

  const count = (call: Call, sign: 1 | -1) => {
    taken += sign * call.taken;
    waiting += sign * Number(call.isWaiting);
    ceiling = Math.max(shared, ...[...calls].map(({ maximum }) => maximum));
  };

  const add = (call: Call) => {
    if (!calls.has(call)) {
      calls.add(call);
      count(call, 1);
    }
  };

  const remove = (call: Call) => {
    if (calls.delete(call)) {
      count(call, -1);
    }
  };

  /** Runs now and then; a clock that jumped drops calls, which come back. */
  const dropVanished = () => {
    if (Math.abs(now() - checkedAt) > LEASE_IN_MS / 3) {
      checkedAt = now();
      for (const call of calls) {
        if (Math.abs(checkedAt - call.renewedAt) > LEASE_IN_MS) {
          remove(call);
        }
      }
    }
  };

  /** Beyond its share a call leaves places to those that wait for theirs. */
  const take = (call: Call): boolean => {
    const isBelowShare = call.taken < ceiling / calls.size;
    const othersWaiting = waiting - Number(call.isWaiting);
    const hasPlace =
      call.taken < call.maximum &&
      taken < ceiling &&
      (isBelowShare || othersWaiting === 0);

    call.isWaiting = !hasPlace && isBelowShare;
    waiting = othersWaiting + Number(call.isWaiting);
    if (hasPlace) {
      call.taken += 1;
      taken += 1;
    }
    return hasPlace;
  };

  return {
    enter: maximum => {
      const call = { maximum, taken: 0, isWaiting: false, renewedAt: now() };
      const renew = () => {
        call.renewedAt = now();
        add(call);
      };
      const stopRenewing = every(LEASE_IN_MS / 3, renew);
      add(call);

      return {
        take: () => {
          renew();
          dropVanished();
          return take(call);
        },
        giveBack: () => {
          call.taken -= 1;
          if (calls.has(call)) {
            taken -= 1;
          }
        },
        leave: () => {
          stopRenewing();
          remove(call);
        },
      };
    },
  };
}
