import type { ProcessOutcome } from './collect-outcome';
import { PROJECT } from './folders';
import { type CommandOptions, runCommand } from './run-command';

/** Runs Node, in the project's folder unless told otherwise. */
export async function runNode(
  parameters: readonly string[],
  options: Partial<CommandOptions> = {},
): Promise<ProcessOutcome> {
  return await runCommand(process.execPath, parameters, {
    folder: PROJECT,
    ...options,
  });
}

/**
 * Runs JavaScript as a module, in the project's folder unless told otherwise:
 * `import '@ai-sdk/baseten'` is the built package there.
 *
 * @param nodeOptions Options of Node itself.
 */
export async function runModule(
  code: string,
  {
    nodeOptions = [],
    ...options
  }: Partial<CommandOptions> & { nodeOptions?: readonly string[] } = {},
): Promise<ProcessOutcome> {
  return await runNode(
    [...nodeOptions, '--input-type=module', '--eval', code],
    options,
  );
}
