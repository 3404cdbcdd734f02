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

  // Such a row judges nothing: each part of our app meets what is broken at its
  // own first call, and chat may work where the plain app does not.
  if (wrong.length > 0 && plain.result !== 'http') {
    const results = new Set(wrong.map(([{ result }]) => result));
    return {
      problems: [],
      notes: [
        `${name}: ${[...results].join(' and ')}; a plain app ${plain.result}: ${readReason(plain)}`,
      ],
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
