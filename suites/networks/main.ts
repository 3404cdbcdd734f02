/**
 * A first and a later call of the packed package in the networks that users
 * have, next to `fetch` alone. Prints a table, exits with 1 if a call is lost
 * that `fetch` would not lose, or takes much longer.
 *
 *     npm run test:networks [-- NAME]   only networks with this in the name
 */
import { fileURLToPath } from 'node:url';
import { startLocalBaseten } from '../../local-baseten';
import { createResources } from '../lib/create-resources';
import { formatTable } from '../lib/format-table.mjs';
import { installProject } from '../lib/install-project';
import { createTemporaryFolder } from '../lib/temporary-folder';
import { createNetworks } from './create-networks';
import { runNetwork } from './run-network';

const [wanted = ''] = process.argv.slice(2);

using folder = createTemporaryFolder();
await using server = await startLocalBaseten();
await using resources = createResources();
const networks = await createNetworks(folder.path, server, resources.keep);
const project = await installProject({
  folder: folder.path,
  program: fileURLToPath(new URL('program', import.meta.url)),
});

const rows: string[][] = [];
const problems: string[] = [];
let failed = 0;
for (const network of networks) {
  if (!network.name.includes(wanted)) continue;
  const outcome = await runNetwork(network, project, server);
  rows.push(outcome.cells);
  problems.push(...outcome.problems);
  if (outcome.problems.length > 0) failed += 1;
}

console.log(
  formatTable(
    [
      'network',
      'Node.js',
      'fetch alone',
      'one text, first',
      'later',
      '300 texts, first',
      'later',
    ],
    rows,
  ),
);
console.log(`\n${problems.map(problem => `${problem}\n`).join('\n')}`);
console.log(`${rows.length - failed} passed, ${failed} failed`);
if (failed > 0 || rows.length === 0) process.exitCode = 1;
