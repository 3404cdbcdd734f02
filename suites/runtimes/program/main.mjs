// Entry for Node, Bun and Deno: `main.mjs ORIGIN API_KEY`. No top-level await,
// so that it can be bundled as CommonJS as well.
import process from 'node:process';
import { smoke } from './smoke.mjs';

const [origin = '', apiKey = ''] = process.argv.slice(2);
const { bun, deno, node } = process.versions;
const version = bun ?? deno ?? node;

smoke({ origin, apiKey }).then(report => {
  process.stdout.write(`${JSON.stringify({ version, ...report })}\n`);
});
