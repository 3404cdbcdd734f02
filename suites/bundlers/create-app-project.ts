import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packPackage } from '../lib/pack-package';
import { runNpm } from '../lib/run-npm';
import { PROGRAM } from '../runtimes/scratch-projects';

/**
 * Versions are pinned there. After a change, in that folder:
 *
 *     npm install --package-lock-only --omit-lockfile-registry-resolved
 */
const MANIFEST = fileURLToPath(new URL('project', import.meta.url));
const APPS = fileURLToPath(new URL('apps', import.meta.url));

/**
 * Makes a project with all bundlers and these apps:
 *
 * - `baseten`, the smoke program on the packed package;
 * - `plain`, the same kind of app on `@ai-sdk/openai-compatible`;
 * - those of `chat-only` and `model-only`, of which one each is on
 *   `@ai-sdk/baseten` 2.
 *
 * @param folder An empty one far from this project, whose own packages would
 * be found otherwise.
 * @returns the project's folder.
 */
export async function createAppProject(folder: string): Promise<string> {
  const project = join(folder, 'project');
  const tarball = await packPackage(folder);
  cpSync(MANIFEST, project, { recursive: true });
  await runNpm(['ci', '--ignore-scripts', '--prefer-offline'], project);
  await runNpm(
    ['install', '--no-save', '--ignore-scripts', '--prefer-offline', tarball],
    project,
  );

  cpSync(APPS, project, { recursive: true });
  cpSync(PROGRAM, join(project, 'baseten'), { recursive: true });
  for (const entry of ['main.mjs', 'worker.mjs']) {
    cpSync(join(PROGRAM, entry), join(project, 'plain', entry));
  }
  for (const folder of ['chat-only', 'model-only']) {
    const app = readFileSync(join(APPS, folder, 'baseten.mjs'), 'utf8');
    writeFileSync(
      join(project, folder, 'baseten-2.mjs'),
      app.replace('@ai-sdk/baseten', 'baseten-2'),
    );
  }
  return project;
}
