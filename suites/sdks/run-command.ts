import { execFile } from 'node:child_process';

/**
 * Runs a program to its end, without a key of the caller's.
 *
 * @param {string} file
 * @param {string[]} parameters
 * @param {{ cwd: string, env?: Record<string, string> }} options
 * @returns {Promise<{ exitCode: unknown, stdout: string, stderr: string }>}
 */
export function runCommand(file, parameters, { cwd, env }) {
  const { BASETEN_API_KEY: _key, ...inherited } = process.env;

  return new Promise(resolve => {
    execFile(
      file,
      parameters,
      {
        cwd,
        env: { ...inherited, ...env },
        maxBuffer: 100_000_000,
        timeout: 600_000,
      },
      (error, stdout, stderr) =>
        resolve({ exitCode: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

/**
 * Runs npm.
 *
 * @param {string[]} parameters
 * @param {string} cwd
 * @returns {Promise<string>} What it wrote to standard output.
 * @throws if it fails.
 */
export async function runNpm(parameters, cwd) {
  const { exitCode, stdout, stderr } = await runCommand('npm', parameters, {
    cwd,
  });
  if (exitCode !== 0) {
    throw new Error(`npm ${parameters.join(' ')} failed:\n${stdout}${stderr}`);
  }
  return stdout;
}
