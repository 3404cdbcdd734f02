import { spawn } from 'node:child_process';
import {
  collectOutcome,
  type ProcessOutcome,
} from '../support/collect-outcome';

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

/** The environment of everything that is started here. */
export function quietEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, NO_COLOR: '1' };
}
