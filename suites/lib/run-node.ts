import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the project: `@ai-sdk/baseten` is the built package there. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** What a process left behind. */
export interface Outcome {
  exitCode: number | string | null | undefined;
  stdout: string;
  stderr: string;
}

/**
 * Runs Node in the project's folder until it ends by itself; after a
 * minute it is killed and has no exit code. No key of the caller's gets in.
 */
export async function runNode(
  parameters: string[],
  env: Record<string, string> = {},
): Promise<Outcome> {
  const {
    BASETEN_API_KEY: _key,
    BASETEN_MODEL_URL: _url,
    ...inherited
  } = process.env;

  return await new Promise(resolve => {
    execFile(
      process.execPath,
      parameters,
      { cwd: projectFolder, env: { ...inherited, ...env }, timeout: 60_000 },
      (error, stdout, stderr) =>
        resolve({
          exitCode: error == null ? 0 : error.code,
          stdout,
          stderr,
        }),
    );
  });
}
