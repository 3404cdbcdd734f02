/**
 * Builds the Next.js example with the packed package and drives it in
 * Chromium.
 *
 *     npm run test:next-app
 *
 * The tests are `*.e2e.ts`, run by Vitest with the configuration beside them.
 */
import { spawnSync } from 'node:child_process';

for (const [command, ...parameters] of [
  ['npm', 'ci'],
  ['tsc', '-p', '.'],
  ['vitest', 'run', ...process.argv.slice(2)],
] as const) {
  const { status } = spawnSync(command, parameters, {
    cwd: import.meta.dirname,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
