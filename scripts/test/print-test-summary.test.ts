import { expect, it } from 'vitest';
import { makeFolder, runScript } from './run-script';

const FILE = '.cache/test-report.json';
const REPORT = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [] }],
};

const printSummary = (report: object, exitCode = 0) =>
  runScript(
    'print-test-summary.mjs',
    makeFolder(FILE, report),
    String(exitCode),
  );

it('prints what passed', () => {
  expect(printSummary(REPORT)).toEqual({
    status: 0,
    stdout: '5 passed, 0 failed\n',
    stderr: '',
  });
});

it('counts skipped tests when there are any', () => {
  const report = { ...REPORT, numPendingTests: 2, numTodoTests: 1 };

  expect(printSummary(report)).toMatchObject({
    status: 0,
    stdout: '5 passed, 0 failed, 3 skipped\n',
  });
});

it('fails when a test failed', () => {
  const failedFile = {
    status: 'failed',
    assertionResults: [{ status: 'failed' }],
  };
  const report = { ...REPORT, numFailedTests: 1, testResults: [failedFile] };

  expect(printSummary(report, 1)).toMatchObject({
    status: 1,
    stdout: '5 passed, 1 failed\n',
  });
});

it('counts a file that could not be run as failed', () => {
  const brokenFile = { status: 'failed', assertionResults: [] };
  const report = { ...REPORT, testResults: [brokenFile] };

  expect(printSummary(report, 1)).toMatchObject({
    status: 1,
    stdout: '5 passed, 1 failed\n',
  });
});

it('counts a failed run whose tests passed as one failure', () => {
  expect(printSummary(REPORT, 1)).toMatchObject({
    status: 1,
    stdout: '5 passed, 1 failed\n',
  });
});

it('fails when nothing passed', () => {
  expect(printSummary({ ...REPORT, numPassedTests: 0 })).toMatchObject({
    status: 1,
    stdout: '0 passed, 0 failed\n',
  });
});

it('fails without a report', () => {
  const folder = makeFolder('other.json', REPORT);

  expect(runScript('print-test-summary.mjs', folder, '0')).toMatchObject({
    status: 1,
    stdout: '',
  });
});
