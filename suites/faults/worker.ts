/**
 * Runs one scenario, which it gets as an argument, and sends the report to its
 * parent. A process of its own, because the native client writes to stdout.
 */
import { runAbort } from './run-abort';
import { runFaultyJobs } from './run-faulty-jobs';
import { runLargeResult } from './run-large-result';
import { runLastingFaults } from './run-lasting-faults';
import { runOutage } from './run-outage';
import type { Report, Scenario } from './scenario';

const scenario: Scenario = JSON.parse(process.argv[2] ?? '');
const strays: string[] = [];
process.on('unhandledRejection', reason => {
  strays.push(`unhandled rejection: ${reason}`);
});
process.on('warning', warning => {
  strays.push(`warning: ${warning}`);
});

const { figures, failures, violations } = await run(scenario);
// What nobody handles is reported in a later turn.
await new Promise(resolve => setTimeout(resolve, 100));

const report: Report = {
  figures: { ...figures, 'unhandled, warnings': strays.length },
  failures,
  violations: [...violations, ...strays],
};
process.send?.(report, undefined, undefined, () => process.exit());

function run(scenario: Scenario): Promise<Report> {
  switch (scenario.name) {
    case 'faulty-jobs':
      return runFaultyJobs(scenario);
    case 'lasting-faults':
      return runLastingFaults(scenario);
    case 'outage':
      return runOutage(scenario);
    case 'abort':
      return runAbort(scenario);
    case 'large-result':
      return runLargeResult(scenario);
  }
}
