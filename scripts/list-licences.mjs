/**
 * Lists the licences of everything that an installation of the package brings,
 * from the lock file in the current folder. Exits with 1 when one is unknown or
 * may not be used in an Apache-2.0 package.
 *
 *     node scripts/list-licences.mjs
 */
import { readFileSync } from 'node:fs';

/** SPDX ids that ask for no more than a notice. */
const COMPATIBLE = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
];

/**
 * @param {string} expression An SPDX expression, such as `(AFL-2.1 OR MIT)`.
 * @returns {boolean} Whether one of its choices is compatible in all its parts.
 */
const isCompatible = expression =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some(choice =>
      choice.split(' AND ').every(part => COMPATIBLE.includes(part)),
    );

/** @type {{ packages: Record<string, { version: string, license?: string, dev?: boolean }> }} */
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const installed = Object.entries(packages)
  .filter(([folder, { dev }]) => folder !== '' && !dev)
  .map(([folder, { version, license = 'unknown' }]) => ({
    name: folder.replace(/^.*node_modules\//, ''),
    version,
    license,
  }));
const refused = installed.filter(({ license }) => !isCompatible(license));

for (const { name, version, license } of installed) {
  console.log(`${license.padEnd(30)} ${name} ${version}`);
}
console.log(`\n${installed.length} packages, ${refused.length} refused`);
for (const { name, license } of refused) {
  console.error(`${name}: ${license} is not known to be compatible`);
}
if (refused.length > 0) process.exitCode = 1;
