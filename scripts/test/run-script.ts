import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** Makes a folder with one file; it is removed when the test ends. */
export function makeFolder(file: string, content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'baseten-scripts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), JSON.stringify(content));
  return folder;
}

/** Runs a script of the project's `scripts` folder inside `folder`. */
export function runScript(name: string, folder: string, ...options: string[]) {
  const script = new URL(`../${name}`, import.meta.url);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(script), ...options],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}
