import type { BundleOutcome } from './bundle-app';
import type { Row } from './run-rows';

/** What is to be said about a row, one entry each. */
export interface Verdict {
  /** What is not as it should be. */
  problems: string[];
  /** What does not work, but without us neither. */
  notes: string[];
}

export function judgeRow(row: Row): Verdict {
  const { bundler, target, plain } = row;
  const name = `${bundler.name} for ${target}`;
  const outcomes = [
    [row.installed, target === 'node' ? 'native' : 'http'],
    [row.notInstalled, 'http'],
  ] as const;
  const wrong = outcomes.filter(
    ([{ result }, expected]) => result !== expected,
  );

  // What each part of our app, loaded by its own first call, notices differs.
  if (
    plain.result !== 'http' &&
    wrong.every(([o]) => o.result === plain.result)
  ) {
    return {
      problems: [],
      notes: [`${name}: a plain app ${plain.result}: ${readReason(plain)}`],
    };
  }
  return {
    notes: [],
    problems: wrong.map(
      ([{ result, problem = '' }, expected]) =>
        `${name}: ${result}, expected ${expected}.\n${problem}`,
    ),
  };
}

/** The last error that is named, without names that a bundler made up. */
function readReason({ problem = '' }: BundleOutcome): string {
  const errors = problem.match(/\w*Error: .*/g) ?? [];
  return (errors.at(-1) ?? problem).replace(/\$[\w$]+/g, '');
}
