import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Runs every function that a TypeScript module exports, all at once, in a
 * process of their own: the native client writes to standard output when the
 * network fails.
 *
 * @returns what they resolve to, by their names.
 */
export async function runJobs(module: URL): Promise<Record<string, unknown>> {
  const child = fork(
    fileURLToPath(new URL('./run-jobs-process.ts', import.meta.url)),
    [module.href],
    {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  let stderr = '';
  child.stderr?.on('data', text => {
    stderr += text;
  });

  return await new Promise((resolve, reject) => {
    child.on('message', results => resolve({ ...Object(results), stderr }));
    child.on('error', reject);
    child.on('exit', code => {
      reject(new Error(`Expected results, got exit code ${code}: ${stderr}`));
    });
  });
}
