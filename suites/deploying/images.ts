import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from '../lib/run-npm';
import type { Outcome } from './deployment';

const PREFIX = 'performance-client-';

/** The native package that npm installs for each kind of image on x64. */
export async function checkImages(
  folder: string,
  tarball: string,
): Promise<Outcome[]> {
  const rows = [];
  for (const [libc, expected] of [
    ['glibc', `${PREFIX}linux-x64-gnu`],
    ['musl', `${PREFIX}linux-x64-musl`],
  ] as const) {
    const project = join(folder, libc);
    mkdirSync(project, { recursive: true });
    writeFileSync(join(project, 'package.json'), '{ "private": true }');
    await runNpm(
      [
        ...['install', tarball, 'zod@4', '--ignore-scripts'],
        ...['--os=linux', '--cpu=x64', `--libc=${libc}`],
      ],
      project,
    );
    const installed = join(project, 'node_modules/@basetenlabs');
    rows.push({
      name: `image with ${libc}, x64`,
      seen: existsSync(installed) ? readdirSync(installed).join() : 'none',
      expected,
    });
  }
  return rows;
}
