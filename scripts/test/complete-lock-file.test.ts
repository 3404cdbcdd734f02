import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, runScript } from './run-script';

type Packages = Record<string, Record<string, unknown>>;

const FILE = 'package-lock.json';

const makeLockFile = (packages: Packages) =>
  makeFolder(FILE, { name: 'app', lockfileVersion: 3, packages });

const complete = (folder: string, ...options: string[]) =>
  runScript('complete-lock-file.mjs', folder, ...options);

const readText = (folder: string) => readFileSync(join(folder, FILE), 'utf8');

/** The packages of a lock file after its completion. */
function completed(packages: Packages): Packages {
  const folder = makeLockFile(packages);
  expect(complete(folder)).toMatchObject({ status: 0, stderr: '' });
  return JSON.parse(readText(folder)).packages;
}

/** The entry that is filled in for the optional package `name`. */
const filledIn = (name: string, ...siblings: string[]) =>
  completed({
    'node_modules/native': {
      version: '1.2.3',
      optionalDependencies: Object.fromEntries(
        [name, ...siblings].map(each => [each, '1.2.3']),
      ),
    },
  })[`node_modules/${name}`];

const NATIVE: Packages = {
  '': { name: 'app', dependencies: { '@scope/native': '^1.2.3' } },
  'node_modules/@scope/native': {
    version: '1.2.3',
    optionalDependencies: {
      '@scope/native-darwin-arm64': '1.2.3',
      '@scope/native-linux-x64-gnu': '1.2.3',
    },
  },
  'node_modules/@scope/native-linux-x64-gnu': {
    version: '1.2.3',
    integrity: 'sha512-AAAA',
    cpu: ['x64'],
    libc: ['glibc'],
    license: 'MIT',
    optional: true,
    os: ['linux'],
    engines: { node: '>= 10' },
  },
};

describe('a missing platform package', () => {
  it("is filled in, with its siblings' license and engines", () => {
    const packages = completed(NATIVE);

    expect(packages['node_modules/@scope/native-darwin-arm64']).toEqual({
      version: '1.2.3',
      cpu: ['arm64'],
      license: 'MIT',
      optional: true,
      os: ['darwin'],
      engines: { node: '>= 10' },
    });
    expect(packages).toMatchObject(NATIVE);
  });

  it('is marked dev when its parent is', () => {
    const packages = completed({
      'node_modules/native': {
        version: '1.2.3',
        dev: true,
        optionalDependencies: { 'native-win32-x64-msvc': '1.2.3' },
      },
    });

    expect(packages['node_modules/native-win32-x64-msvc']).toEqual({
      version: '1.2.3',
      cpu: ['x64'],
      dev: true,
      optional: true,
      os: ['win32'],
    });
  });

  it.each([
    ['^1.2.0', '1.2.0'],
    ['~2.3.2', '2.3.2'],
    ['>=3.0.0-beta.1', '3.0.0-beta.1'],
  ])('with the range %s gets the version %s', (range, version) => {
    const packages = completed({
      'node_modules/native': {
        version: '1.2.3',
        optionalDependencies: { 'native-darwin-x64': range },
      },
    });

    expect(packages['node_modules/native-darwin-x64']).toMatchObject({
      version,
    });
  });

  it('goes into the folder of its parent where another version is above', () => {
    const tool = (version: string) => ({
      version,
      optionalDependencies: { '@tool/linux-x64': version },
    });
    const packages = completed({
      'node_modules/@tool/linux-x64': {
        version: '1.0.0',
        optional: true,
        os: ['linux'],
        cpu: ['x64'],
      },
      'node_modules/tool': tool('1.0.0'),
      'node_modules/user/node_modules/tool': tool('2.0.0'),
    });

    const folder = 'node_modules/user/node_modules/tool/node_modules';
    expect(packages[`${folder}/@tool/linux-x64`]).toMatchObject({
      version: '2.0.0',
    });
    expect(packages['node_modules/@tool/linux-x64']).toMatchObject({
      version: '1.0.0',
    });
  });

  it('stops the script when its name tells no platform', () => {
    const folder = makeLockFile({
      '': { name: 'app', optionalDependencies: { native: '^1.2.3' } },
    });
    const before = readText(folder);

    const { status, stderr } = complete(folder);

    expect(status).toBe(1);
    expect(stderr).toContain('Cannot tell the platform of native');
    expect(readText(folder)).toBe(before);
  });
});

describe('the platform', () => {
  it.each([
    ['native-android-arm-eabi', { os: ['android'], cpu: ['arm'] }],
    ['native-darwin-universal', { os: ['darwin'], cpu: ['arm64', 'x64'] }],
    ['native-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
    ['native-win32-x64-gnu', { os: ['win32'], cpu: ['x64'] }],
    ['@native/openharmony-arm64', { os: ['openharmony'], cpu: ['arm64'] }],
    ['@native/linux-loong64', { os: ['linux'], cpu: ['loong64'] }],
  ])('of %s has no libc', (name, platform) => {
    expect(filledIn(name)).toEqual({
      version: '1.2.3',
      optional: true,
      ...platform,
    });
  });

  it.each([
    ['native-linux-riscv64-gnu', 'riscv64', 'glibc'],
    ['native-linux-arm-gnueabihf', 'arm', 'glibc'],
    ['native-linux-arm-musleabihf', 'arm', 'musl'],
    ['native-linux-s390x-musl', 's390x', 'musl'],
  ])('of %s has the libc of its name', (name, cpu, libc) => {
    expect(filledIn(name)).toMatchObject({
      os: ['linux'],
      cpu: [cpu],
      libc: [libc],
    });
  });

  it('has glibc where a sibling is for musl', () => {
    const entry = filledIn(
      '@native/cli-linux-x64',
      '@native/cli-linux-x64-musl',
    );

    expect(entry).toMatchObject({ libc: ['glibc'] });
  });

  it('is filled in where an existing entry lacks it', () => {
    const packages = completed({
      ...NATIVE,
      'node_modules/@scope/native-darwin-arm64': {
        version: '1.2.3',
        integrity: 'sha512-BBBB',
        optional: true,
      },
    });

    expect(packages['node_modules/@scope/native-darwin-arm64']).toEqual({
      version: '1.2.3',
      integrity: 'sha512-BBBB',
      cpu: ['arm64'],
      optional: true,
      os: ['darwin'],
    });
  });
});

describe('the file', () => {
  it('stays the same when it is completed again', () => {
    const folder = makeLockFile(NATIVE);
    complete(folder);
    const once = readText(folder);

    complete(folder);

    expect(readText(folder)).toBe(once);
  });

  it('keeps the order and form that npm gives it', () => {
    const folder = makeLockFile(NATIVE);
    complete(folder);
    const text = readText(folder);

    const { packages } = JSON.parse(text);
    expect(Object.keys(packages)).toEqual([
      '',
      'node_modules/@scope/native',
      'node_modules/@scope/native-darwin-arm64',
      'node_modules/@scope/native-linux-x64-gnu',
    ]);
    const fields = ['version', 'cpu', 'license', 'optional', 'os', 'engines'];
    const entry = packages['node_modules/@scope/native-darwin-arm64'];
    expect(Object.keys(entry)).toEqual(fields);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  it('of this project is complete, in order, and names no registry', () => {
    const text = readText('.');
    const copy = makeFolder(FILE, JSON.parse(text));

    complete(copy);

    expect(readText(copy)).toBe(text);
    expect(text).not.toContain('"resolved"');
  });

  it('of another version is refused', () => {
    const folder = makeFolder(FILE, { lockfileVersion: 2, packages: {} });

    const { status, stderr } = complete(folder);

    expect(status).toBe(1);
    expect(stderr).toContain('version 2, not 3');
  });
});

describe('--check', () => {
  it('names what is missing, changes nothing and fails; then passes', () => {
    const folder = makeLockFile(NATIVE);
    const before = readText(folder);

    const { status, stderr } = complete(folder, '--check');

    expect(status).toBe(1);
    expect(stderr).toContain('@scope/native-darwin-arm64@1.2.3');
    expect(stderr).not.toContain('linux');
    expect(readText(folder)).toBe(before);

    complete(folder);

    expect(complete(folder, '--check')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('fails when an entry lacks its platform', () => {
    const folder = makeLockFile({
      'node_modules/native': {
        version: '1.2.3',
        optionalDependencies: { 'native-linux-x64-gnu': '1.2.3' },
      },
      'node_modules/native-linux-x64-gnu': {
        version: '1.2.3',
        optional: true,
        os: ['linux'],
      },
    });

    const { status, stderr } = complete(folder, '--check');

    expect(status).toBe(1);
    expect(stderr).toContain('native-linux-x64-gnu@1.2.3');
  });
});
