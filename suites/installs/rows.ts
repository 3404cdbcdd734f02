import {
  createBun,
  createDeno,
  createNpm,
  createPnpm,
  createYarn1,
  createYarn4,
  type PackageManager,
} from './package-managers';

/** A package manager in one of the ways that users have it. */
export interface Row {
  name: string;
  manager: PackageManager;
  /** Added to both installations. */
  options: string[];
  /** Packages of the app beside those that every app has. */
  packages: string[];
  /** How embeddings go then, or why the app cannot be installed. */
  expected: 'native' | 'http' | RegExp;
}

const ROOT_PACKAGE = '@basetenlabs/performance-client@0.0.10';

export async function createRows(registry: string): Promise<Row[]> {
  const npm12 = await createNpm('12.2.1');
  const yarn1 = await createYarn1();
  const pnpm = await createPnpm();
  const bun = await createBun();
  const managers = [
    await createNpm('10.9.9'),
    await createNpm('11.0.0'),
    await createNpm('11.21.2'),
    npm12,
    yarn1,
    await createYarn4('node-modules', registry),
    await createYarn4('pnp', registry),
    pnpm,
    bun,
    await createDeno(),
  ];

  return [
    ...managers.map(manager => createRow(manager, 'native')),
    ...[npm12, bun].map(manager =>
      createRow(manager, 'http', { options: ['--omit=optional'] }),
    ),
    createRow(pnpm, 'http', { options: ['--no-optional'] }),
    createRow(yarn1, 'http', { options: ['--ignore-optional'] }),
    // No optional package is for this system.
    createRow(npm12, 'http', { options: ['--os=freebsd', '--cpu=x64'] }),

    // What an app gets that has the root package, with us or without.
    ...[pnpm, bun].map(manager =>
      createRow(manager, 'native', { packages: [ROOT_PACKAGE] }),
    ),
    createRow(npm12, /Missing: .*-freebsd-x64/, { packages: [ROOT_PACKAGE] }),
    createRow(yarn1, /Couldn't find package ".*-freebsd-x64@/, {
      packages: [ROOT_PACKAGE],
    }),
  ];
}

function createRow(
  manager: PackageManager,
  expected: Row['expected'],
  { options = [], packages = [] }: Partial<Row> = {},
): Row {
  const additions = [...options, ...packages.map(name => `with ${name}`)];
  return {
    name: [manager.name, ...additions].join(' '),
    manager,
    options,
    packages,
    expected,
  };
}
