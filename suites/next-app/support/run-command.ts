import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/**
 * Runs a program to its end.
 *
 * @returns what it printed, errors included.
 * @throws Error with what it printed if it fails.
 */
export async function runCommand(
  folder: string,
  program: string,
  options: string[],
): Promise<string> {
  const child = spawn(program, options, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    }),
  ]);
  if (code !== 0) {
    throw new Error(
      `${program} ${options.join(' ')} ended with ${code}:\n${output}${errors}`,
    );
  }
  return output + errors;
}
