import { runCommand } from './run-command';
import { NotAvailableError } from './runtime';

const NOT_TO_BE_HAD = /\bcode (?:E404|ETARGET|ENOTARGET|EBADPLATFORM)\b/;

/**
 * Runs npm with these parameters.
 *
 * @returns what it wrote to standard output.
 * @throws NotAvailableError if the registry lacks what was asked for.
 */
export async function runNpm(
  parameters: readonly string[],
  folder: string,
): Promise<string> {
  const { exitCode, stdout, stderr } = await runCommand(
    'npm',
    [...parameters, '--no-audit', '--no-fund'],
    { folder, timeoutSeconds: 600 },
  );

  if (exitCode !== 0) {
    const command = `npm ${parameters.join(' ')}`;
    throw NOT_TO_BE_HAD.test(stderr)
      ? new NotAvailableError(`\`${command}\` found nothing for this machine`)
      : new Error(`${command} failed:\n${stderr}${stdout}`);
  }
  return stdout;
}
