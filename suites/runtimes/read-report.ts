import { z } from 'zod/v4';
import type { ProcessOutcome } from '../lib/collect-outcome';
import type { RuntimeReport, SmokeReport } from './runtime';

const reportSchema: z.ZodType<SmokeReport> = z.object({
  transport: z.string(),
  passed: z.array(z.string()),
  failed: z.array(z.string()),
});

const runtimeReportSchema = reportSchema.and(z.object({ version: z.string() }));

/** Reads what a smoke program that ran somewhere sent back as JSON. */
export function readReport(text: string): SmokeReport {
  return reportSchema.parse(JSON.parse(text));
}

/**
 * Reads the report that a smoke program printed.
 *
 * @throws if there is anything beside it: no run may print or warn.
 */
export function readPrintedReport({
  exitCode,
  stdout,
  stderr,
}: ProcessOutcome): RuntimeReport {
  const lines = stdout.trimEnd().split(/\r?\n/);
  if (exitCode !== 0 || lines.length !== 1 || stderr !== '') {
    throw new Error(
      `Expected a report alone, got exit code ${exitCode} and:\n${stdout}${stderr}`,
    );
  }
  return runtimeReportSchema.parse(JSON.parse(lines[0] ?? ''));
}
