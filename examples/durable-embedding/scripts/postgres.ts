import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSIONS = '/usr/lib/postgresql';
const CLUSTER = 'durable_embedding';
const PORT = '5499';

/**
 * Debian 12 has no package of it, but Debian 13 has its source. By HTTP, as apt
 * fetches it: the checksum tells whether it is the right one.
 */
const PGVECTOR = {
  url: 'http://deb.debian.org/debian/pool/main/p/pgvector/pgvector_0.8.0.orig.tar.gz',
  sha256: '867a2c328d4928a5a9d6f052cd3bc78c7d60228a9b914ad32aa3db88e9de27b0',
};

/**
 * Starts a PostgreSQL of its own on a Debian machine, with pgvector, and
 * installs both where they are missing.
 *
 * @returns the URL of its database.
 */
export async function startPostgres(): Promise<string> {
  if (!existsSync('/usr/bin/pg_createcluster')) install('postgresql');
  const version = findVersion();
  if (
    !existsSync(`/usr/share/postgresql/${version}/extension/vector.control`)
  ) {
    await installPgvector(version);
  }
  if (!existsSync(`/etc/postgresql/${version}/${CLUSTER}`)) {
    say('Making a PostgreSQL cluster');
    asRoot('pg_createcluster', [version, CLUSTER, '--port', PORT]);
  }
  if (!isOnline(version)) asRoot('pg_ctlcluster', [version, CLUSTER, 'start']);

  const role = 'durable';
  const url = `postgres://${role}:${role}@127.0.0.1:${PORT}/${role}`;
  if (query(`select 1 from pg_roles where rolname = '${role}'`) === '') {
    query(`create role ${role} superuser login password '${role}'`);
    query(`create database ${role} owner ${role}`);
  }
  return url;
}

function findVersion(): string {
  const [version] = readdirSync(VERSIONS)
    .filter(name => existsSync(join(VERSIONS, name, 'bin/initdb')))
    .sort((one, other) => Number(other) - Number(one));
  if (version === undefined) throw new Error(`No PostgreSQL in ${VERSIONS}`);
  return version;
}

async function installPgvector(version: string): Promise<void> {
  try {
    install(`postgresql-${version}-pgvector`);
    return;
  } catch {
    say('Debian has no package of pgvector for this version: building it');
  }
  install(`postgresql-server-dev-${version}`, 'make', 'gcc');
  const response = await fetch(PGVECTOR.url);
  const archive = Buffer.from(await response.arrayBuffer());
  const sha256 = createHash('sha256').update(archive).digest('hex');
  if (sha256 !== PGVECTOR.sha256) {
    throw new Error(`${PGVECTOR.url} is not what it was: ${sha256}`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'pgvector-'));
  writeFileSync(join(folder, 'pgvector.tar.gz'), archive);
  run('tar', ['-xzf', 'pgvector.tar.gz', '--strip-components=1'], folder);
  const make = [
    '-s',
    'with_llvm=no',
    `PG_CONFIG=${VERSIONS}/${version}/bin/pg_config`,
  ];
  run('make', make, folder);
  asRoot('make', [...make, 'install'], folder);
}

function install(...packages: string[]): void {
  say(`Installing ${packages.join(', ')}`);
  asRoot('apt-get', ['update', '-qq']);
  asRoot('apt-get', ['install', '-y', '-qq', ...packages]);
}

function isOnline(version: string): boolean {
  return new RegExp(`^${version} +${CLUSTER} +${PORT} +online `, 'm').test(
    run('pg_lsclusters', ['--no-header']),
  );
}

function query(sql: string): string {
  const command = ['psql', '-p', PORT, '-Atc', sql];
  return isRoot()
    ? run('runuser', ['-u', 'postgres', '--', ...command], '/')
    : run('sudo', ['-u', 'postgres', ...command], '/');
}

function asRoot(program: string, options: string[], folder?: string): void {
  if (isRoot()) run(program, options, folder);
  else run('sudo', [program, ...options], folder);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function run(program: string, options: string[], cwd?: string): string {
  return execFileSync(program, options, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function say(message: string): void {
  console.log(`${message} ...`);
}
