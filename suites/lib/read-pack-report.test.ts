import { expect, test } from 'vitest';
import { readPackReport } from './read-pack-report';

const report = { filename: 'a-1.0.0.tgz', size: 10, files: [{ path: 'a.js' }] };

test.each([
  ['npm 11', [report]],
  ['npm 12', { a: report }],
])('the report of %s is read', (_name, output) => {
  expect(readPackReport(JSON.stringify(output))).toEqual(report);
});

test('a report of nothing is an error', () => {
  expect(() => readPackReport('[]')).toThrow('Expected a tarball, got []');
});
