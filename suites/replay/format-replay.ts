import { isParsableJson } from '@ai-sdk/provider-utils';
import { formatTable } from '../lib/format-table.mjs';
import { messageOf } from './find-defects';
import type { Replayed } from './replay-recordings';

const COLUMNS = [
  'exchange',
  'mode',
  'outcome',
  'text',
  'reasoning',
  'tool calls',
  'finish',
  'tokens in/out',
  'error',
  'defects',
] as const;
const LONGEST_CELL = 60;

/** A table with one line per exchange. */
export function formatReplay(replayed: readonly Replayed[]): string {
  return formatTable(
    COLUMNS,
    replayed.map(exchange => toRow(exchange).map(shorten)),
  );
}

/** How often each kind of defect was found. */
export function formatCounts(replayed: readonly Replayed[]): string {
  const counts = new Map<string, number>();
  for (const defect of replayed.flatMap(({ defects }) => defects)) {
    counts.set(defect, (counts.get(defect) ?? 0) + 1);
  }
  return [
    `${replayed.length} exchanges, ${[...counts.values()].reduce((sum, count) => sum + count, 0)} defects`,
    ...[...counts].map(([defect, count]) => `  ${count} x ${defect}`),
  ].join('\n');
}

function toRow({ name, stream, status, outcome, defects }: Replayed): string[] {
  const { text, reasoning, toolCalls, finishReason, usage, errors } = outcome;
  return [
    name,
    stream ? 'stream' : 'generate',
    `${status} ${errors.length > 0 ? 'error' : 'ok'}`,
    String(text.length),
    String(reasoning.length),
    toolCalls
      .map(
        ({ name, input }) =>
          `${name} ${isParsableJson(input) ? 'JSON' : 'not JSON'}`,
      )
      .join(', '),
    finishReason === undefined
      ? ''
      : `${finishReason.unified} (${finishReason.raw})`,
    usage === undefined
      ? ''
      : `${usage.inputTokens.total}/${usage.outputTokens.total}`,
    errors.map(messageOf).join('; '),
    defects.join('; '),
  ];
}

/** Keeps both ends, since names differ at their ends. */
function shorten(cell: string): string {
  if (cell.length <= LONGEST_CELL) return cell;
  return `${cell.slice(0, 20)}...${cell.slice(23 - LONGEST_CELL)}`;
}
