import { expect, test } from 'vitest';
import { formatRecords, formatTable } from './format-table.mjs';

test('a table aligns its columns', () => {
  expect(formatTable(['name', 'size', 'runs'], [['a', '1,000', '5']])).toBe(
    [
      '| name |  size | runs |',
      '| ---- | ----: | ---- |',
      '| a    | 1,000 | 5    |',
    ].join('\n'),
  );
});

test('a table of records has a column for each key', () => {
  expect(
    formatRecords([
      { jobs: 2, error: 'a | b' },
      { jobs: 10, seconds: 1 },
    ]),
  ).toBe(
    [
      '| jobs | error  | seconds |',
      '| ---: | ------ | ------- |',
      '|    2 | a \\| b |         |',
      '|   10 |        | 1       |',
    ].join('\n'),
  );
});
