import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../suites/lib/folders';

/** The pages that are published with the package, by their paths. */
export const PAGES = readdirSync(join(PROJECT, 'docs'))
  .filter(name => name.endsWith('.md'))
  .map(name => `docs/${name}`);

/** The text of a page, without its code. */
export function readProse(file: string): string {
  return readFileSync(join(PROJECT, file), 'utf8').replace(
    /^```[\s\S]*?^```$/gm,
    '',
  );
}

/** A table of a page. */
export interface Table {
  /** The heading above it. */
  heading: string;
  columns: string[];
  /** Each row's cells by the names of their columns. */
  rows: Array<Record<string, string>>;
}

export function readTables(file: string): Table[] {
  const tables: Table[] = [];
  let heading = '';
  let table: Table | undefined;

  for (const line of readProse(file).split('\n')) {
    heading = /^#+ (.+)$/.exec(line)?.[1] ?? heading;
    if (!line.startsWith('|')) {
      table = undefined;
    } else if (table == null) {
      table = { heading, columns: readCells(line), rows: [] };
      tables.push(table);
    } else if (!/^[-|]+$/.test(line)) {
      const cells = readCells(line);
      table.rows.push(
        Object.fromEntries(
          table.columns.map((column, index) => [column, cells[index] ?? '']),
        ),
      );
    }
  }
  return tables;
}

function readCells(line: string): string[] {
  return line
    .slice(1, line.lastIndexOf('|'))
    .split('|')
    .map(cell => cell.trim());
}

/** The rows of a page's only table that has all of these columns. */
export function readRows(
  file: string,
  ...columns: string[]
): Array<Record<string, string>> {
  const found = readTables(file).filter(table =>
    columns.every(column => table.columns.includes(column)),
  );
  if (found.length !== 1) {
    throw new Error(
      `Expected one table of ${file} with ${columns.join(', ')}, got ${found.length}.`,
    );
  }
  return found.flatMap(({ rows }) => rows);
}

/** The texts between backticks. */
export function readCode(cell = ''): string[] {
  return [...cell.matchAll(/(`+)(.+?)\1/g)].map(([, , code = '']) => code);
}
