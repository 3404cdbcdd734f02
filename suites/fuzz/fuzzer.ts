import type { LocalBaseten } from '../../local-baseten';
import { createRandom } from '../lib/random';
import { createDraw, type Draw } from './draw';
import { fuzzChat } from './fuzz-chat';
import { fuzzEmbeddings } from './fuzz-embeddings';
import { fuzzHeaders } from './fuzz-headers';
import { fuzzURLs } from './fuzz-urls';

/** What came of one case. */
export type Verdict =
  | { kind: 'same' }
  /** It differs as the documentation says. */
  | { kind: 'documented'; difference: string }
  | { kind: 'wrong'; details: object };

export const FUZZERS = {
  chat: fuzzChat,
  embeddings: fuzzEmbeddings,
  headers: fuzzHeaders,
  URLs: fuzzURLs,
} satisfies Record<
  string,
  (draw: Draw, local: LocalBaseten) => Promise<Verdict>
>;

export type FuzzerName = keyof typeof FUZZERS;

export interface FuzzReport {
  same: number;
  /** How often each documented difference was met. */
  documented: Record<string, number>;
  /** The cases that nothing explains. */
  wrong: Array<{ number: number; details: object }>;
}

/** Runs cases that depend on the seed and their number alone. */
export async function runFuzzer(
  name: FuzzerName,
  { seed, cases, local }: { seed: number; cases: number; local: LocalBaseten },
): Promise<FuzzReport> {
  const report: FuzzReport = { same: 0, documented: {}, wrong: [] };
  for (let number = 0; number < cases; number += 1) {
    const draw = createDraw(createRandom(`${seed} ${name} ${number}`));
    const verdict = await FUZZERS[name](draw, local);
    if (verdict.kind === 'same') report.same += 1;
    if (verdict.kind === 'documented') {
      const { difference } = verdict;
      report.documented[difference] = (report.documented[difference] ?? 0) + 1;
    }
    if (verdict.kind === 'wrong') {
      report.wrong.push({ number, details: verdict.details });
    }
  }
  return report;
}
