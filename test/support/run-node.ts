import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { collectOutcome, type ProcessOutcome } from './collect-outcome';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

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
): Promise<ProcessOutcome> {
  const child = spawn(
    process.execPath,
    [...options, '--input-type=module', '--eval', code],
    { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return await collectOutcome(child);
}
