import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder far from the project; disposing removes it. */
export function createTemporaryFolder(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'baseten-'));
  return {
    path,
    // A program that is just ending may still write into it.
    [Symbol.dispose]: () => rmSync(path, { recursive: true, maxRetries: 5 }),
  };
}
