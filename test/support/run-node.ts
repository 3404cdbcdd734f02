import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface RunResult {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs JavaScript as a module in a Node of its own, with nothing in the
 * environment but what is given. `import '@ai-sdk/baseten'` is the built
 * package.
 */
export async function runNode(
  code: string,
  {
    env = {},
    options = [],
    folder = ROOT,
  }: {
    env?: Record<string, string>;
    /** Options of Node itself. */
    options?: string[];
    /** Where imports are looked up from. */
    folder?: string;
  } = {},
): Promise<RunResult> {
  const child = spawn(
    process.execPath,
    [...options, '--input-type=module', '--eval', code],
    { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', text => {
    output.stdout += text;
  });
  child.stderr.on('data', text => {
    output.stderr += text;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { exitCode, ...output };
}
