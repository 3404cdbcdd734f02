// Runs the bundle of `edge.mjs` in the Edge Runtime:
// `run-edge-runtime.mjs FOLDER_OF_THE_RUNTIME BUNDLE ORIGIN API_KEY`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';

const [runtime = '', bundle = '', origin, apiKey] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const { version } = require(`${runtime}/package.json`);
const { EdgeVM } = require(runtime);

const vm = new EdgeVM();
vm.evaluate(readFileSync(bundle, 'utf8'));
const report = await vm.evaluate(
  `smoke(${JSON.stringify({ origin, apiKey })})`,
);
process.stdout.write(`${JSON.stringify({ version, ...report })}\n`);
