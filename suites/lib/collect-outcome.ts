import type { ChildProcess } from 'node:child_process';

/** What a process left behind. */
export interface ProcessOutcome {
  /** `null` if it was ended from outside, say because it took too long. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Waits for the end of a process and gathers what it printed on its pipes. */
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
