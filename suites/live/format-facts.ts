import { formatTable } from '../lib/format-table.mjs';
import type { CheckedFact, Verdict } from './check-facts';

const LONGEST_CELL = 60;

/** A line per fact, then how many there are of each verdict. */
export function formatFacts(checked: readonly CheckedFact[]): string {
  const table = formatTable(
    ['fact', 'source', 'expected', 'seen', 'verdict'],
    checked.map(({ fact, seen, verdict }) => [
      fact.name,
      shorten(fact.source),
      fact.expected ?? '',
      shorten(seen),
      verdict,
    ]),
  );
  const counts = new Map<Verdict, number>();
  for (const { verdict } of checked) {
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  const summary = [...counts].map(([verdict, count]) => `${count} ${verdict}`);
  return `${table}\n\n${checked.length} facts: ${summary.join(', ')}`;
}

function shorten(cell: string): string {
  const line = cell.replace(/\s+/g, ' ');
  return line.length <= LONGEST_CELL
    ? line
    : `${line.slice(0, LONGEST_CELL - 3)}...`;
}
