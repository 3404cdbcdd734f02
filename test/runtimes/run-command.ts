import { spawn } from 'node:child_process';

/** What a command left behind. */
export interface CommandOutcome {
  /** `null` if it was ended because it took too long. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a command until it ends, or ends it after `timeoutSeconds`. Of the
 * environment it gets only what finds programs and folders: no key, no proxy.
 */
export async function runCommand(
  command: string,
  parameters: readonly string[],
  {
    folder,
    env = {},
    timeoutSeconds = 120,
  }: { folder: string; env?: Record<string, string>; timeoutSeconds?: number },
): Promise<CommandOutcome> {
  const child = spawn(command, parameters, {
    cwd: folder,
    env: { ...quietEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutSeconds * 1000,
    killSignal: 'SIGKILL',
  });
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

/** The environment of everything that is started here. */
export function quietEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, NO_COLOR: '1' };
}
