import { SHARED_REQUESTS } from '../settings/defaults';
import { every, now } from '../utils/timers';

/**
 * A limit of requests in flight that the calls to one deployment share.
 * It never waits: each call asks again on its own timer, since a runtime may end
 * a call together with its timers and promises.
 */
export interface RequestLimiter {
  /** Registers a call with its maximum number of requests in flight. */
  enter(maxConcurrentRequests: number): Places;
}

/** The places of one call. */
export interface Places {
  /** Takes a place for one request, if there is one now. */
  take(): boolean;
  giveBack(): void;
  /** Removes the call and gives back its places. */
  leave(): void;
}

interface Call {
  maximum: number;
  taken: number;
  /** Whether the call had less than its share when last refused a place. */
  isWaiting: boolean;
  renewedAt: number;
}

/** A call that has been silent for this long counts as gone. */
const LEASE_IN_MS = 15_000;

/**
 * @param shared Maximum number of requests in flight over all calls. A call with
 * a higher maximum raises it while it runs.
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

  /** Removes silent calls. A call dropped by a clock's jump registers again. */
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

  /** Beyond its share, a call leaves places to calls below theirs. */
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
