import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { PROJECT } from '../../suites/lib/folders';

/**
 * Installs the built package and what it cannot do without in a new folder,
 * which is removed when the test ends.
 *
 * @param files more files of the folder, by their path in it.
 * @returns the folder.
 */
export function installPackage(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'baseten-install-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));

  for (const name of [...Object.keys(manifest.dependencies), 'zod']) {
    const path = join(folder, 'node_modules', name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules', name), path);
  }
  const installed = join(folder, 'node_modules', manifest.name);
  for (const name of ['package.json', 'dist']) {
    cpSync(join(PROJECT, name), join(installed, name), { recursive: true });
  }
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
