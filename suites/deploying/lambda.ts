import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LocalBaseten } from '../../local-baseten';
import { PROJECT } from '../lib/folders';
import { runOrThrow } from '../lib/run-command';
import { createProject } from './create-project';
import type { Ingredients, Outcome } from './deployment';

/** Builds the function as the page says, and calls it twice. */
export async function runLambda({
  folder,
  node,
  tarball,
  local,
}: Ingredients): Promise<Outcome[]> {
  await createProject({
    folder,
    packages: [tarball, 'ai@7', 'zod@4', 'esbuild@0.28', '@vercel/nft@1'],
    sample: 'AWS Lambda',
    file: 'handler.mjs',
  });
  for (const command of readCommands()) {
    await runOrThrow('sh', ['-c', command], { folder });
  }
  // Far from the project, whose packages would be found otherwise.
  const deployed = join(folder, '../deployed');
  cpSync(join(folder, 'function'), deployed, { recursive: true });
  const call = () => callHandler({ folder: deployed, node, local });
  const withBinary = await call();
  rmSync(join(deployed, 'node_modules'), { recursive: true });

  return [
    { name: 'Lambda', seen: withBinary, expected: '200 native' },
    {
      name: 'Lambda without the binary',
      seen: await call(),
      expected: '200 http',
    },
    {
      name: "Vercel's file tracer",
      seen: await traceFiles(folder, node),
      expected: 'the native binary',
    },
  ];
}

/** The commands below the sample. */
function readCommands(): string[] {
  const page = readFileSync(join(PROJECT, 'docs/deploying.md'), 'utf8');
  const [, commands = ''] = /```sh\n([\s\S]*?)```/.exec(page) ?? [];
  return commands.trim().split('\n');
}

async function callHandler({
  folder,
  node,
  local,
}: {
  folder: string;
  node: string;
  local: LocalBaseten;
}): Promise<string> {
  const handler = pathToFileURL(join(folder, 'handler.js')).href;
  const program = `
    const { handler } = await import('${handler}');
    const texts = Array.from({ length: 200 }, (_, place) => 'text ' + place);
    const reply = await handler({ body: JSON.stringify(texts) });
    const { count, transport } = JSON.parse(reply.body);
    console.log(count, transport);
    process.exit();`;
  const { stdout } = await runOrThrow(
    node,
    ['--input-type=module', '--eval', program],
    {
      folder,
      env: {
        BASETEN_API_KEY: local.apiKey,
        BASETEN_MODEL_URL: local.modelURL,
      },
    },
  );
  return stdout.trim();
}

async function traceFiles(folder: string, node: string): Promise<string> {
  const program = `
    import { nodeFileTrace } from '@vercel/nft';
    const { fileList } = await nodeFileTrace(['handler.mjs']);
    const isThere = [...fileList].some(file => /@basetenlabs.*\\.node$/.test(file));
    console.log(isThere ? 'the native binary' : 'no native binary');`;
  const { stdout } = await runOrThrow(
    node,
    ['--input-type=module', '--eval', program],
    { folder },
  );
  return stdout.trim();
}
