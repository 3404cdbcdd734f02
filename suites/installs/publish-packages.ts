import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import lockFile from '../../package-lock.json' with { type: 'json' };
import { PROJECT } from '../lib/folders';
import { NotAvailableError } from '../lib/not-available-error';
import { packPackage } from '../lib/pack-package';
import { runNpm } from '../lib/run-npm';

const ROOT_PACKAGE = '@basetenlabs/performance-client';

/** What the root package names as well, and nobody ever published. */
export const UNPUBLISHED = [
  `${ROOT_PACKAGE}-freebsd-x64`,
  `${ROOT_PACKAGE}-linux-arm64-musl`,
];

/** Where a package can be installed. */
interface Platform {
  version?: string;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

/**
 * The platform packages that are on npm but not in the configured registry,
 * which may be a mirror that only has what was asked for.
 */
export async function findMissingPackages(): Promise<Map<string, Platform>> {
  const packages: Record<string, Platform> = lockFile.packages;
  const published = Object.keys(manifest.optionalDependencies).map(
    (name): [string, Platform] => {
      const { os, cpu, libc } = packages[`node_modules/${name}`] ?? {};
      return [name, { os, cpu, libc }];
    },
  );
  const universal: [string, Platform] = [
    `${ROOT_PACKAGE}-darwin-universal`,
    { os: ['darwin'] },
  ];
  const all = [...published, universal];
  const isMissing = await Promise.all(all.map(([name]) => lacksPackage(name)));
  return new Map(all.filter((_, index) => isMissing[index]));
}

async function lacksPackage(name: string): Promise<boolean> {
  try {
    await runNpm(['view', `${name}@0.0.10`, 'version'], PROJECT);
    return false;
  } catch (error) {
    if (error instanceof NotAvailableError) return true;
    throw error;
  }
}

/**
 * Publishes the packed package, and packages with no content in place of those
 * that are missing: no machine that lacks them would have them installed.
 */
export async function publishPackages({
  missing,
  folder,
  registry,
}: {
  missing: ReadonlyMap<string, Platform>;
  folder: string;
  registry: string;
}): Promise<void> {
  const tarball = await packPackage(folder);
  const stubs = [...missing].map(([name, platform]) => {
    const stub = join(folder, name);
    mkdirSync(stub, { recursive: true });
    writeFileSync(
      join(stub, 'package.json'),
      JSON.stringify({ name, version: '0.0.10', main: 'a.node', ...platform }),
    );
    return stub;
  });
  for (const target of [tarball, ...stubs]) {
    await runNpm(
      [
        'publish',
        target,
        '--ignore-scripts',
        `--registry=${registry}`,
        // npm wants a token, the registry takes any.
        `--${registry.replace('http:', '')}:_authToken=none`,
      ],
      folder,
    );
  }
}
