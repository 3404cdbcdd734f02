import pLimit from 'p-limit';
import type { Fact, Probe, ProbeReply } from './fact';
import { type Platform, URL_VARIABLES } from './platform';
import { type Exchange, Sender } from './send-probe';

export type Verdict =
  | 'right'
  | 'WRONG'
  /** Nobody knew: now it is known. */
  | 'noted'
  /** The platform gave no answer that tells: a limit, an outage, billing. */
  | 'no answer'
  | 'not checked';

export interface CheckedFact {
  fact: Fact;
  seen: string;
  verdict: Verdict;
}

const REQUESTS_AT_ONCE = 4;

/** Statuses that say something of the moment, and nothing of the fact. */
const OF_THE_MOMENT = [402, 408, 429];

/** Statuses that say something of the account's key. */
const OF_THE_KEY = [401, 403];

/** Sends what the facts need and says what holds. Never throws. */
export async function checkFacts(
  facts: readonly Fact[],
  platform: Platform,
): Promise<{ checked: CheckedFact[]; exchanges: Exchange[] }> {
  const sender = new Sender(platform);
  const checked = await pLimit(REQUESTS_AT_ONCE).map(facts, fact =>
    checkFact(fact, platform, sender),
  );
  return { checked, exchanges: sender.exchanges };
}

async function checkFact(
  fact: Fact,
  platform: Platform,
  sender: Sender,
): Promise<CheckedFact> {
  const { kind, probes } = fact;
  if (platform.urls[kind] === undefined) {
    const variable = kind === 'Model APIs' ? '' : URL_VARIABLES[kind];
    return { fact, seen: `set ${variable}`, verdict: 'not checked' };
  }
  const replies: ProbeReply[] = [];
  try {
    for (const probe of probes) replies.push(await sender.send(kind, probe));
    return judge(fact, replies);
  } catch (error) {
    return { fact, seen: describe(error), verdict: 'no answer' };
  }
}

function judge(fact: Fact, replies: ProbeReply[]): CheckedFact {
  const { expected, model } = fact;
  if (model !== undefined && replies.some(({ status }) => status === 404)) {
    const seen = 'not enabled in this workspace, or retired';
    return { fact, seen, verdict: 'not checked' };
  }
  const seen = fact.see(...replies);
  if (seen === undefined) {
    return { fact, seen: 'cut at max_tokens', verdict: 'no answer' };
  }
  if (seen === expected) return { fact, seen, verdict: 'right' };
  const refused = replies.find(
    ({ status }, place) =>
      status >= 500 ||
      OF_THE_MOMENT.includes(status) ||
      (OF_THE_KEY.includes(status) && !hasOwnKey(fact.probes[place])),
  );
  if (refused !== undefined) {
    const words = `${refused.status} ${refused.text.slice(0, 60)}`;
    return { fact, seen: words, verdict: 'no answer' };
  }
  return { fact, seen, verdict: expected === undefined ? 'noted' : 'WRONG' };
}

function hasOwnKey(probe: Probe | undefined): boolean {
  return probe?.headers?.authorization !== undefined;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause, message } = error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
