/** Where a bundle is to run. */
export type Target = 'node' | 'edge';

/** One app to be bundled for one target. */
export interface BundleJob {
  /** The entry, relative to the project: `main.mjs` or `worker.mjs` of an app. */
  entry: string;
  target: Target;
  /** Absolute path of the folder that the bundle goes into. */
  output: string;
}

/** A bundler as its users start it. */
export interface Bundler {
  /** What the table calls it. */
  name: string;
  /** The npm package that it comes in. */
  packageName: string;
  targets: readonly Target[];
  /** What its bundles for Node are. */
  format: 'module' | 'commonjs';
  /**
   * The command and its parameters, run in the project. Configuration files
   * there find the job in the environment: `ENTRY`, `TARGET` and `OUTPUT`.
   */
  createCommand: (job: BundleJob) => [command: string, ...string[]];
}
