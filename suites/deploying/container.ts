import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { getuid } from 'node:process';
import type { LocalBaseten } from '../../local-baseten';
import { findFreePort } from '../lib/find-free-port';
import { PROJECT } from '../lib/folders';
import { quietEnvironment, runCommand, runOrThrow } from '../lib/run-command';
import { runNpm } from '../lib/run-npm';
import { ask } from './ask';
import type { Ingredients, Outcome } from './deployment';

const SECONDS_TO_START = 30;
const TARBALL = 'baseten.tgz';

/** Embeds 200 texts for each request, and says which transport took them. */
const SERVER = `
import { createServer } from 'node:http';
import { createBaseten } from '@ai-sdk/baseten';
import { embedMany } from 'ai';

const baseten = createBaseten({ modelURL: process.env.BASETEN_MODEL_URL });

createServer(async (_, response) => {
  const { embeddings, providerMetadata } = await embedMany({
    model: baseten.embeddingModel(),
    values: Array.from({ length: 200 }, (_, place) => 'text ' + place),
  });
  const { transport } = providerMetadata.baseten;
  response.end(\`\${embeddings.length} \${transport}, user \${process.getuid()}\`);
}).listen(Number(process.env.PORT));
`;

/**
 * Follows the page's Dockerfile in a minimal Debian by debootstrap, since there
 * is no Docker in most places where suites run, and asks the server once.
 */
export async function runContainer({
  folder,
  node,
  tarball,
  local,
}: Ingredients): Promise<Outcome> {
  const row = { name: 'container, Debian', expected: '200 native, user 1000' };
  const { exitCode } = await runCommand('debootstrap', ['--version'], {
    folder: PROJECT,
  }).catch(() => ({ exitCode: 1 }));
  if (exitCode !== 0 || getuid?.() !== 0) {
    const seen = 'not available here: needs root and debootstrap';
    return { ...row, seen, expected: seen };
  }
  const context = join(folder, 'context');
  await createContext(context, tarball);
  const root = join(folder, 'root');
  await createImage(root, node);
  copyFileSync(join(folder, TARBALL), join(root, TARBALL));
  return { ...row, seen: await followDockerfile({ root, context, local }) };
}

/** The app's folder as a user has it before `docker build`. */
async function createContext(context: string, tarball: string): Promise<void> {
  mkdirSync(context, { recursive: true });
  copyFileSync(tarball, join(context, '..', TARBALL));
  writeFileSync(
    join(context, 'package.json'),
    '{ "private": true, "type": "module" }',
  );
  writeFileSync(join(context, 'server.mjs'), SERVER);
  await runNpm(
    [
      ...['install', `../${TARBALL}`, 'ai@7', 'zod@4', '--package-lock-only'],
      '--prefer-offline',
    ],
    context,
  );
  completeLockFile(join(context, 'package-lock.json'));
}

/**
 * Adds the native packages of other platforms, which the registry of a machine
 * may lack: `npm ci` wants them in the lock file, as a user's and ours has them.
 */
function completeLockFile(path: string): void {
  const read = (file: string): LockFile =>
    JSON.parse(readFileSync(file, 'utf8'));
  const lock = read(path);
  const platforms = Object.entries(
    read(join(PROJECT, 'package-lock.json')).packages,
  ).filter(([name]) =>
    name.startsWith('node_modules/@basetenlabs/performance-client-'),
  );
  lock.packages = { ...Object.fromEntries(platforms), ...lock.packages };
  writeFileSync(path, JSON.stringify(lock, null, 2));
}

interface LockFile {
  packages: Record<string, unknown>;
}

/** What `FROM node:24-slim` gives: Debian, Node.js, npm and a user `node`. */
async function createImage(root: string, node: string): Promise<void> {
  const folder = PROJECT;
  await runOrThrow('debootstrap', ['--variant=minbase', 'stable', root], {
    folder,
    timeoutSeconds: 900,
  });
  copyFileSync(node, join(root, 'usr/local/bin/node'));
  copyFileSync('/etc/resolv.conf', join(root, 'etc/resolv.conf'));
  await runNpm(
    ['install', '--global', '--prefix', join(root, 'usr/local'), 'npm@11'],
    folder,
  );
  await runOrThrow(
    'chroot',
    [root, 'useradd', '--create-home', '--uid', '1000', 'node'],
    { folder },
  );
}

/** Carries out the instructions of the page, and asks what it starts. */
async function followDockerfile({
  root,
  context,
  local,
}: {
  root: string;
  context: string;
  local: LocalBaseten;
}): Promise<string> {
  let workingFolder = '/';
  let user = 'root';
  const inRoot = (command: readonly string[]) => [
    // As in a container, processes see /proc: native addons need it.
    ...['--mount', 'sh', '-c'],
    ...['mount -t proc proc "$0/proc" && exec chroot "$@"', root],
    ...[`--userspec=${user}`, root],
    ...['sh', '-c', `cd ${workingFolder} && exec "$0" "$@"`, ...command],
  ];
  for (const [instruction, rest] of readDockerfile()) {
    switch (instruction) {
      case 'WORKDIR':
        workingFolder = rest;
        mkdirSync(join(root, rest), { recursive: true });
        break;
      case 'COPY': {
        const names = rest.split(' ').slice(0, -1);
        for (const name of names) {
          const to = join(root, workingFolder, name);
          cpSync(join(context, name), to, { recursive: true });
        }
        break;
      }
      case 'RUN':
        await runOrThrow('unshare', inRoot(['sh', '-c', rest]), {
          folder: root,
          env: await readNpmSettings(root),
          timeoutSeconds: 300,
        });
        break;
      case 'USER':
        user = rest;
        break;
      case 'CMD':
        return await serve(inRoot(JSON.parse(rest)), local);
    }
  }
  return 'nothing was started';
}

function readDockerfile(): Array<[instruction: string, rest: string]> {
  const page = readFileSync(join(PROJECT, 'docs/deploying.md'), 'utf8');
  const [, text = ''] = /```dockerfile\n([\s\S]*?)```/.exec(page) ?? [];
  return [...text.matchAll(/^([A-Z]+) (.*)$/gm)].map(
    ([, instruction = '', rest = '']) => [instruction, rest],
  );
}

/** Where this machine gets its packages from, and whom it trusts for that. */
async function readNpmSettings(root: string): Promise<Record<string, string>> {
  const [registry, cafile] = await Promise.all(
    ['registry', 'cafile'].map(async name =>
      (await runNpm(['config', 'get', name], PROJECT)).trim(),
    ),
  );
  const settings = { HOME: '/root', npm_config_registry: registry ?? '' };
  if (cafile === undefined || !isAbsolute(cafile)) {
    return settings;
  }
  cpSync(cafile, join(root, cafile), { dereference: true });
  return { ...settings, npm_config_cafile: cafile };
}

async function serve(
  parameters: readonly string[],
  local: LocalBaseten,
): Promise<string> {
  const port = await findFreePort();
  const child = spawn('unshare', parameters, {
    env: {
      ...quietEnvironment(),
      PORT: `${port}`,
      BASETEN_API_KEY: local.apiKey,
      BASETEN_MODEL_URL: local.modelURL,
    },
    stdio: 'ignore',
  });
  const ended = once(child, 'close');
  try {
    return await ask(`http://127.0.0.1:${port}/`, SECONDS_TO_START);
  } finally {
    child.kill();
    await ended;
  }
}
