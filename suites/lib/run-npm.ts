import { NotAvailableError } from './not-available-error';
import { runCommand } from './run-command';

const NOT_AVAILABLE = /\bcode (?:E404|ETARGET|ENOTARGET|EBADPLATFORM)\b/;

/**
 * Runs npm.
 *
 * @returns what it wrote to standard output.
 * @throws NotAvailableError if the registry lacks what was asked for, or has
 * it for other machines only.
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
    throw NOT_AVAILABLE.test(stderr)
      ? new NotAvailableError(`\`${command}\` found nothing for this machine`)
      : new Error(`${command} failed:\n${stderr}${stdout}`);
  }
  return stdout;
}
