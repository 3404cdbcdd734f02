import { runOnBun } from './bun';
import { bundleProgram } from './bundle-program';
import { runOnChromium } from './chromium';
import { runOnDeno } from './deno';
import { runOnEdgeRuntime } from './edge-runtime';
import { runOnNode } from './node';
import type { RuntimeReport, SmokeServer } from './runtime';
import type { ScratchProjects } from './scratch-projects';
import { runOnWorkerd } from './workerd';

/** A runtime in one of the ways that users have it. */
export interface Row {
  name: string;
  /** How embeddings must go there. */
  transport: 'native' | 'http';
  run: () => Promise<RuntimeReport>;
}

const NODE_VERSIONS = ['20', '22', '24', '26'];

export function createRows(
  { complete, withoutOptional, withoutBinary }: ScratchProjects,
  server: SmokeServer,
): Row[] {
  const inProject = { project: complete, server };

  return [
    ...NODE_VERSIONS.map(version =>
      native(`Node.js ${version}`, () => runOnNode({ ...inProject, version })),
    ),
    native('Bun', () => runOnBun(inProject)),
    native('Deno', () =>
      runOnDeno({ ...inProject, permissions: ['--allow-all'] }),
    ),

    http('Cloudflare workerd', () => runInWorkerd(inProject)),
    http('Cloudflare workerd, nodejs_compat', () =>
      runInWorkerd({ ...inProject, compatibilityFlags: ['nodejs_compat'] }),
    ),
    http('Edge Runtime', () => runOnEdgeRuntime(inProject)),
    http('Chromium', () => runOnChromium(inProject)),

    http('Deno without --allow-ffi', () =>
      runOnDeno({
        ...inProject,
        permissions: ['net', 'env', 'read', 'sys'].map(
          name => `--allow-${name}`,
        ),
      }),
    ),
    http('Deno with --allow-net --allow-env', () =>
      // The AI SDK itself asks for the host's name.
      runOnDeno({
        ...inProject,
        permissions: ['--allow-net', '--allow-env', '--allow-sys=hostname'],
      }),
    ),
    http('Node.js 24 --no-addons', () =>
      runOnNode({ ...inProject, version: '24', options: ['--no-addons'] }),
    ),
    http('Node.js 24 --permission', () =>
      runOnNode({
        ...inProject,
        version: '24',
        options: ['--permission', '--allow-fs-read=*'],
      }),
    ),
    http('Node.js 24, worker thread', () =>
      runOnNode({ ...inProject, version: '24', entry: 'thread.mjs' }),
    ),
    http('Node.js 24, no binary for the machine', () =>
      runOnNode({ project: withoutBinary, server, version: '24' }),
    ),
    http('Node.js 24, --omit=optional', () =>
      runOnNode({ project: withoutOptional, server, version: '24' }),
    ),
    http('Bun, --omit=optional', () =>
      runOnBun({ project: withoutOptional, server }),
    ),
    http('Deno, --omit=optional', () =>
      runOnDeno({
        project: withoutOptional,
        server,
        permissions: ['--allow-all'],
      }),
    ),
  ];
}

function native(name: string, run: Row['run']): Row {
  return { name, transport: 'native', run };
}

function http(name: string, run: Row['run']): Row {
  return { name, transport: 'http', run };
}

async function runInWorkerd({
  project,
  ...options
}: {
  project: string;
  server: SmokeServer;
  compatibilityFlags?: string[];
}): Promise<RuntimeReport> {
  const bundle = await bundleProgram({
    entry: 'worker',
    conditions: 'workerd,worker,browser',
    format: 'esm',
    project,
  });
  return await runOnWorkerd({ bundle, ...options });
}
