import type { BundleJob, Bundler } from './bundler';

/** The rest is in `project/package.json`, under `targets`. */
export const parcel: Bundler = {
  name: 'Parcel',
  packageName: 'parcel',
  targets: ['node', 'edge'],
  format: 'commonjs',
  createCommand: job => createCommand(job, job.target),
};

/** Parcel breaks `zod`; so this is how an app on the AI SDK can be bundled. */
export const parcelWithoutZod: Bundler = {
  name: 'Parcel, zod left out',
  packageName: 'parcel',
  targets: ['node'],
  format: 'commonjs',
  createCommand: job => createCommand(job, 'node-without-zod'),
};

function createCommand(
  { entry }: BundleJob,
  target: string,
): [string, ...string[]] {
  return [
    'parcel',
    'build',
    entry,
    ...['--target', target],
    '--no-cache',
    ...['--log-level', 'warn'],
  ];
}
