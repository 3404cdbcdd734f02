import type { LocalBaseten } from '../../local-baseten';
import { callIsolate } from './call-isolate';
import type { IsolateKind } from './isolate';
import { LATER_CALLS, type Scenario } from './scenarios';

const LATER_SECONDS = 20;

/** What a scenario did to a fresh isolate. */
export interface Played {
  /** `50/50, later 11/11`, or `-` where the scenario cannot be shown. */
  cell: string;
  problems: string[];
}

/** Starts an isolate, plays a scenario, and sends later calls one by one. */
export async function playScenario(
  kind: IsolateKind,
  scenario: Scenario,
  server: LocalBaseten,
): Promise<Played> {
  if (scenario.isFor?.(kind) === false) return { cell: '-', problems: [] };

  await using isolate = await kind.start();
  const outcomes = await scenario.play(isolate, server);
  const later: unknown[] = [];
  for (const call of LATER_CALLS) {
    later.push(
      await callIsolate(
        isolate.origin,
        call,
        AbortSignal.timeout(LATER_SECONDS * 1000),
      ).catch(error => error),
    );
  }

  const problems = [...outcomes, ...later].filter(error => error !== undefined);
  return {
    cell: `${countRight(outcomes)}, later ${countRight(later)}`,
    problems:
      problems.length === 0
        ? []
        : [`${kind.name}, ${scenario.name}: first problem: ${problems[0]}`],
  };
}

function countRight(outcomes: readonly unknown[]): string {
  const right = outcomes.filter(error => error === undefined);
  return `${right.length}/${outcomes.length}`;
}
