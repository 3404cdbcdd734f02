import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { type LocalBaseten, startLocalBaseten } from '../../../local-baseten';
import type { Bundler } from '../global-setup';
import { type RunningApp, startStandalone } from './start-app';

/**
 * Runs a standalone build and the local Baseten that it talks to for the tests
 * of a file or block; what was said to the latter is forgotten after each test.
 */
export function useApp({
  bundler = 'turbopack',
  // The delay makes streaming visible.
  tokenDelayMilliseconds = 15,
}: {
  bundler?: Bundler;
  tokenDelayMilliseconds?: number;
} = {}) {
  let local: LocalBaseten;
  let app: RunningApp;

  beforeAll(async () => {
    local = await startLocalBaseten({ tokenDelayMilliseconds });
    app = await startStandalone(inject('builds')[bundler].folder, local);
  });
  afterEach(() => local.reset());
  afterAll(async () => {
    await app?.close();
    await local?.close();
  });

  return {
    get local() {
      return local;
    },
    get origin() {
      return app.origin;
    },
  };
}
