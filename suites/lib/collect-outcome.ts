import type { ChildProcess } from 'node:child_process';

/** What a process left behind. */
export interface ProcessOutcome {
  /** `null` if the process was killed, for example after a timeout. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Waits for the end of a process and collects what it printed. */
export async function collectOutcome(
  child: ChildProcess,
): Promise<ProcessOutcome> {
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', text => {
    output.stdout += text;
  });
  child.stderr?.on('data', text => {
    output.stderr += text;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { exitCode, ...output };
}
