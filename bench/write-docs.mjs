/**
 * Writes the figures of bench/results.json into docs/performance.md, between
 * the comments that name their tables:
 *
 *     node bench/write-docs.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fillTables } from './report/docs.mjs';

const results = new URL('results.json', import.meta.url);
const page = new URL('../docs/performance.md', import.meta.url);

writeFileSync(
  page,
  fillTables(
    readFileSync(page, 'utf8'),
    JSON.parse(readFileSync(results, 'utf8')),
  ),
);
