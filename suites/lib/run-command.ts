import { spawn } from 'node:child_process';
import { collectOutcome, type ProcessOutcome } from './collect-outcome';

export interface CommandOptions {
  /** The working directory. */
  folder: string;
  /** Added to `quietEnvironment()`. */
  env?: Record<string, string>;
  /** The process is killed after this time. Default: 120. */
  timeoutSeconds?: number;
}

/** Runs a command to its end, in `quietEnvironment()`. */
export async function runCommand(
  command: string,
  parameters: readonly string[],
  { folder, env = {}, timeoutSeconds = 120 }: CommandOptions,
): Promise<ProcessOutcome> {
  const child = spawn(command, parameters, {
    cwd: folder,
    env: { ...quietEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutSeconds * 1000,
    killSignal: 'SIGKILL',
  });
  return await collectOutcome(child);
}

/**
 * Runs a command like `runCommand`.
 *
 * @throws an error with everything that it printed if it fails.
 */
export async function runOrThrow(
  command: string,
  parameters: readonly string[],
  options: CommandOptions,
): Promise<ProcessOutcome> {
  const outcome = await runCommand(command, parameters, options);
  if (outcome.exitCode !== 0) {
    throw new Error(
      `${command} ${parameters.join(' ')} ended with ${outcome.exitCode}:\n${outcome.stdout}${outcome.stderr}`,
    );
  }
  return outcome;
}

/**
 * The environment of every process that a suite starts: what finds programs
 * and folders, no key, no proxy.
 */
export function quietEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, NO_COLOR: '1' };
}
