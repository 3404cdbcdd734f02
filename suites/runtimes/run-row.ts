import { NotAvailableError } from '../lib/not-available-error';
import type { Row } from './rows';

/** How a row went. */
export interface RowOutcome {
  status: 'passed' | 'failed' | 'not available';
  version: string;
  transport: string;
  passed: string[];
  /** What went wrong, or why the runtime cannot be had. */
  problems: string[];
}

/** Runs a row and judges what it reports. Never throws. */
export async function runRow(row: Row): Promise<RowOutcome> {
  try {
    const { failed, ...report } = await row.run();
    const problems =
      report.transport === row.transport
        ? failed
        : [...failed, `expected transport ${row.transport}`];
    return {
      ...report,
      status: problems.length === 0 ? 'passed' : 'failed',
      problems,
    };
  } catch (error) {
    return {
      status: error instanceof NotAvailableError ? 'not available' : 'failed',
      version: '-',
      transport: '-',
      passed: [],
      problems: [error instanceof Error ? error.message : String(error)],
    };
  }
}
