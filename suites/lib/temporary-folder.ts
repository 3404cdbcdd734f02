import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder far from the project; disposing removes it. */
export function createTemporaryFolder(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'baseten-'));
  return {
    path,
    // Processes of a browser that is ending may write into it for a while.
    [Symbol.dispose]: () =>
      rmSync(path, { recursive: true, maxRetries: 20, retryDelay: 250 }),
  };
}
