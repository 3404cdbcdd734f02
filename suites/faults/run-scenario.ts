import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PROJECT } from '../lib/folders';
import type { Report, Scenario } from './scenario';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/**
 * Runs a scenario in a process of its own. What the native client writes to
 * stdout is counted, not shown.
 */
export async function runScenario(scenario: Scenario): Promise<Report> {
  const worker = fork(WORKER, [JSON.stringify(scenario)], {
    cwd: PROJECT,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let lines = 0;
  worker.stdout?.on('data', (bytes: Buffer) => {
    lines += bytes.toString().split('\n').length - 1;
  });

  return await new Promise(resolve => {
    let report: Report = {
      figures: { task: scenario.task, transport: scenario.transport },
      failures: {},
      violations: [],
    };
    worker.on('message', (message: Report) => {
      report = message;
    });
    worker.on('close', code => {
      const { figures, failures, violations } = report;
      resolve({
        figures: { ...figures, 'lines on stdout': lines },
        failures,
        violations:
          code === 0
            ? violations
            : [...violations, `its process ended with ${code}`],
      });
    });
  });
}
