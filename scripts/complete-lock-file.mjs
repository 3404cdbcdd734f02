/**
 * Completes package-lock.json for every platform.
 *
 * Packages with native code list one optional package per platform. npm leaves
 * those that the registry at hand lacks out of the lock file, and `npm ci` then
 * refuses the file on every machine. This script adds their entries, and gives
 * existing ones the `os` and `cpu` that they lack. Run it after every change of
 * the lock file: `npm run lock` does both.
 *
 * In the folder of the lock file, with nothing installed:
 *
 *     node scripts/complete-lock-file.mjs           completes the file
 *     node scripts/complete-lock-file.mjs --check   changes nothing, exits with
 *                                                   1 when something is missing
 */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {object} Package An entry of the lock file.
 * @property {string} [version]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string} [license]
 * @property {Record<string, string>} [engines]
 * @property {Record<string, string>} [optionalDependencies] Ranges by name.
 *
 * @typedef {Record<string, Package>} Packages By folder; '' is the project.
 */

const FILE = 'package-lock.json';

const PLATFORM_NAME = new RegExp(
  '^(?<family>.*[/-])' +
    '(?<os>aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-' +
    '(?<cpu>arm|arm64|ia32|loong64|mips64el|ppc64|riscv64|s390x|universal|x64)' +
    '(?:-(?<abi>eabi|glibc|gnu|gnueabihf|msvc|musl|musleabihf))?$',
);

/**
 * @param {string} name
 * @returns {string | undefined} What the names of a product's platform packages
 * begin with; `undefined` when `name` names no platform.
 */
const familyOf = name => PLATFORM_NAME.exec(name)?.groups?.family;

/**
 * @param {string} name
 * @param {string[]} siblings The names of all optional packages of the parent.
 * @returns {Pick<Package, 'os' | 'cpu' | 'libc'> | undefined} Where the package
 * can be installed; `undefined` when `name` names no platform.
 */
function platformOf(name, siblings) {
  const { os, cpu, abi = '' } = PLATFORM_NAME.exec(name)?.groups ?? {};
  if (os === undefined || cpu === undefined) return undefined;
  const platform = {
    os: [os],
    cpu: cpu === 'universal' ? ['arm64', 'x64'] : [cpu],
  };
  if (os !== 'linux') return platform;
  if (abi.startsWith('musl')) return { ...platform, libc: ['musl'] };
  const isGlibc = abi.startsWith('g') || siblings.includes(`${name}-musl`);
  return isGlibc ? { ...platform, libc: ['glibc'] } : platform;
}

/**
 * @param {string} range
 * @returns {string} The lowest version in `range`.
 */
function lowestVersion(range) {
  const version = /^(?:[\^~=]|>=)?\s*(\d+\.\d+\.\d+\S*)$/.exec(range)?.[1];
  if (version === undefined) throw new Error(`Cannot read range "${range}"`);
  return version;
}

/**
 * @param {string} parent
 * @param {string} name
 * @returns {string} The folder of package `name` inside that of `parent`.
 */
const inside = (parent, name) =>
  `${parent === '' ? '' : `${parent}/`}node_modules/${name}`;

/**
 * Finds a package as Node does: in the parent's folder, then in those above.
 *
 * @param {Packages} packages
 * @param {string} parent
 * @param {string} name
 * @returns {string | undefined} The folder that `parent` finds `name` in.
 */
function resolve(packages, parent, name) {
  const folder = inside(parent, name);
  if (folder in packages) return folder;
  if (parent === '') return undefined;
  const end = Math.max(0, parent.lastIndexOf('/node_modules/'));
  return resolve(packages, parent.slice(0, end), name);
}

/**
 * Completes the entry of one optional package.
 *
 * @param {Packages} packages Is changed in place.
 * @param {string} parent The folder of the package that lists `name`.
 * @param {string} name
 * @param {string} range
 * @returns {boolean} Whether something was missing.
 */
function completePackage(packages, parent, name, range) {
  const { dev, optionalDependencies = {} } = packages[parent] ?? {};
  const siblings = Object.keys(optionalDependencies);
  const platform = platformOf(name, siblings);

  const folder = resolve(packages, parent, name);
  const found = folder === undefined ? undefined : packages[folder];
  if (found && !platform) return false;
  const isExact = /^\d/.test(range);
  if (found && (!isExact || found.version === range)) {
    if (found.os && found.cpu) return false;
    Object.assign(found, { ...platform, ...found });
    return true;
  }

  if (!platform) throw new Error(`Cannot tell the platform of ${name}`);
  const sibling = siblings
    .filter(other => familyOf(other) === familyOf(name))
    .map(other => packages[resolve(packages, parent, other) ?? ''])
    .find(entry => entry?.os);
  // Where another version has the top folder, the parent's own is free.
  packages[inside(found ? parent : '', name)] = {
    version: lowestVersion(range),
    ...platform,
    ...(dev && { dev }),
    ...(sibling?.license && { license: sibling.license }),
    optional: true,
    ...(sibling?.engines && { engines: sibling.engines }),
  };
  return true;
}

/**
 * @param {Packages} packages Is completed in place.
 * @returns {string[]} The packages that were missing or incomplete.
 */
function complete(packages) {
  return Object.entries(packages).flatMap(([parent, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name, range]) => completePackage(packages, parent, name, range))
      .map(([name, range]) => `${name}@${range}`),
  );
}

/**
 * Sorts the fields of an object as npm does: plain values before objects, each
 * by name after a few that come first.
 *
 * @param {string} _key
 * @param {unknown} value
 * @returns {unknown}
 */
function sortFields(_key, value) {
  if (!isObject(value)) return value;
  const first = [
    'name',
    'version',
    'lockfileVersion',
    'resolved',
    'integrity',
    'requires',
    'packages',
    'dependencies',
  ];
  const rank = (/** @type {string} */ field) =>
    first.includes(field) ? first.indexOf(field) : first.length;
  return Object.fromEntries(
    Object.entries(value).sort(
      ([a, left], [b, right]) =>
        Number(isObject(left)) - Number(isObject(right)) ||
        rank(a) - rank(b) ||
        a.localeCompare(b, 'en'),
    ),
  );
}

/**
 * @param {unknown} value
 * @returns {value is object}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const lockFile = JSON.parse(readFileSync(FILE, 'utf8'));
if (lockFile.lockfileVersion !== 3) {
  throw new Error(`${FILE} has version ${lockFile.lockfileVersion}, not 3`);
}
const missing = complete(lockFile.packages);
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, `${JSON.stringify(lockFile, sortFields, 2)}\n`);
  console.log(`${FILE} is complete, ${missing.length} packages were added.`);
} else if (missing.length > 0) {
  console.error(`${FILE} lacks these packages; run \`npm run lock\`:`);
  console.error(missing.join('\n'));
  process.exitCode = 1;
}
