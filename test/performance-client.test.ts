import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import lockFile from '../package-lock.json' with { type: 'json' };
import { runModule } from '../suites/lib/run-node';
import { installPackage } from './support/install-package';

const ROOT_PACKAGE = '@basetenlabs/performance-client';
const packages: Record<string, { version?: string; integrity?: string }> =
  lockFile.packages;

/** A package that says its name in place of a client. */
function createPackage(name: string, version = '0.0.10') {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version }),
    [`node_modules/${name}/index.js`]: `exports.PerformanceClient = function () { return { name: '${name}' }; };`,
  };
}

const platformPackages = Object.keys(manifest.optionalDependencies);
const everyPlatform = Object.assign(
  {},
  ...platformPackages.map(name => createPackage(name)),
);

/** Loads the entry and prints the name of the package that it has taken. */
async function findPackage(
  files: Record<string, string>,
  prepare = '',
): Promise<string> {
  const { stdout, stderr } = await runModule(
    `
      ${prepare}
      const { PerformanceClient } =
        await import('@ai-sdk/baseten/performance-client');
      console.log(PerformanceClient && new PerformanceClient().name);
    `,
    { folder: installPackage(files) },
  );
  expect(stderr).toBe('');
  return stdout.trim();
}

/** Makes the process seem to run elsewhere. */
function pretend(platform: string, arch: string, loader = ''): string {
  return `
    import { writeFileSync } from 'node:fs';
    writeFileSync('program', '\\x7fELF ${loader} and so on');
    for (const [name, value] of Object.entries({
      platform: '${platform}', arch: '${arch}', execPath: process.cwd() + '/program',
    })) {
      Object.defineProperty(process, name, { value });
    }
  `;
}

describe('the entry performance-client', () => {
  it.each([
    ['android', 'arm', '', 'android-arm-eabi'],
    ['android', 'arm64', '', 'android-arm64'],
    ['darwin', 'arm64', '', 'darwin-arm64'],
    ['darwin', 'x64', '', 'darwin-x64'],
    ['linux', 'arm', '/lib/ld-linux-armhf.so.3', 'linux-arm-gnueabihf'],
    ['linux', 'arm', '/lib/ld-musl-armhf.so.1', 'linux-arm-musleabihf'],
    ['linux', 'arm64', '/lib/ld-linux-aarch64.so.1', 'linux-arm64-gnu'],
    [
      'linux',
      'riscv64',
      '/lib/ld-linux-riscv64-lp64d.so.1',
      'linux-riscv64-gnu',
    ],
    ['linux', 'x64', '/lib64/ld-linux-x86-64.so.2', 'linux-x64-gnu'],
    ['linux', 'x64', '/lib/ld-musl-x86_64.so.1', 'linux-x64-musl'],
    ['win32', 'arm64', '', 'win32-arm64-msvc'],
    ['win32', 'ia32', '', 'win32-ia32-msvc'],
    ['win32', 'x64', '', 'win32-x64-msvc'],
  ])('takes the package of %s %s %s', async (platform, arch, loader, name) => {
    expect(
      await findPackage(everyPlatform, pretend(platform, arch, loader)),
    ).toBe(`${ROOT_PACKAGE}-${name}`);
  });

  it.each([
    ['linux', 'arm64', '/lib/ld-musl-aarch64.so.1'],
    ['freebsd', 'x64', ''],
    ['__proto__', '', ''],
  ])('has no client on %s %s %s', async (platform, arch, loader) => {
    expect(
      await findPackage(everyPlatform, pretend(platform, arch, loader)),
    ).toBe('undefined');
  });

  it('takes the root package where it is installed', async () => {
    expect(
      await findPackage({ ...everyPlatform, ...createPackage(ROOT_PACKAGE) }),
    ).toBe(ROOT_PACKAGE);
  });

  it('leaves a root package of another version alone', async () => {
    expect(
      await findPackage(
        { ...everyPlatform, ...createPackage(ROOT_PACKAGE, '0.1.13') },
        pretend('darwin', 'arm64'),
      ),
    ).toBe(`${ROOT_PACKAGE}-darwin-arm64`);
  });
});

describe('the optional dependencies', () => {
  it('are the packages that the entry looks for, in its version', () => {
    const source = readFileSync(
      new URL('../src/performance-client.ts', import.meta.url),
      'utf8',
    );
    const [, version] = /VERSION = '(.+)'/.exec(source) ?? [];
    const names = [...source.matchAll(/require\(\s*'(.+-client-.+)'/g)].map(
      ([, name]) => name,
    );

    expect(manifest.optionalDependencies).toEqual(
      Object.fromEntries(names.map(name => [name, version])),
    );
  });

  it.each(platformPackages)('have %s in the lock file', name => {
    expect(packages[`node_modules/${name}`]).toMatchObject({
      version: '0.0.10',
      integrity: expect.stringMatching(/^sha512-.{86}==$/),
      os: [expect.any(String)],
      cpu: [expect.any(String)],
      optional: true,
    });
  });

  it('do not bring the root package, whose own cannot all be had', () => {
    expect(manifest.peerDependenciesMeta[ROOT_PACKAGE]).toEqual({
      optional: true,
    });
    expect(packages).not.toHaveProperty([`node_modules/${ROOT_PACKAGE}`]);
  });
});
