/**
 * Builds and runs what `docs/deploying.md` shows, from the packed package:
 *
 *     npm run test:deploying
 *
 * Prints a table, and exits with 1 if something is not as expected.
 */
import { join } from 'node:path';
import { startLocalBaseten } from '../../local-baseten';
import { formatRecords } from '../lib/format-table.mjs';
import { installNode } from '../lib/install-runtime';
import { packPackage } from '../lib/pack-package';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { runCloudflare } from './cloudflare';
import { runContainer } from './container';
import type { Ingredients } from './deployment';
import { checkImages } from './images';
import { runLambda } from './lambda';

using scratch = createTemporaryFolder();
await using local = await startLocalBaseten();
const tarball = await packPackage(scratch.path);
const node = await installNode('24');
const inFolder = (name: string): Ingredients => ({
  folder: join(scratch.path, name),
  node,
  tarball,
  local,
});

const rows = [
  ...(await runLambda(inFolder('lambda'))),
  await runCloudflare(inFolder('cloudflare')),
  await runContainer(inFolder('container')),
  ...(await checkImages(join(scratch.path, 'images'), tarball)),
];
console.log(formatRecords(rows));
if (rows.some(({ seen, expected }) => seen !== expected)) process.exitCode = 1;
