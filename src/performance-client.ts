import { closeSync, openSync, readSync } from 'node:fs';
import type { BasetenPerformanceClientConstructor } from './transport/performance-client';

/** The version of the native client that this package is made for. */
const VERSION = '0.0.10';

/**
 * The package that holds the native client for each platform. That of
 * `darwin-universal` holds the two other macOS binaries once more.
 */
const PLATFORM_PACKAGES: Record<string, (() => unknown) | undefined> = {
  'android-arm': () =>
    require('@basetenlabs/performance-client-android-arm-eabi'),
  'android-arm64': () =>
    require('@basetenlabs/performance-client-android-arm64'),
  'darwin-arm64': () => require('@basetenlabs/performance-client-darwin-arm64'),
  'darwin-x64': () => require('@basetenlabs/performance-client-darwin-x64'),
  'linux-arm-glibc': () =>
    require('@basetenlabs/performance-client-linux-arm-gnueabihf'),
  'linux-arm-musl': () =>
    require('@basetenlabs/performance-client-linux-arm-musleabihf'),
  'linux-arm64-glibc': () =>
    require('@basetenlabs/performance-client-linux-arm64-gnu'),
  'linux-riscv64-glibc': () =>
    require('@basetenlabs/performance-client-linux-riscv64-gnu'),
  'linux-x64-glibc': () =>
    require('@basetenlabs/performance-client-linux-x64-gnu'),
  'linux-x64-musl': () =>
    require('@basetenlabs/performance-client-linux-x64-musl'),
  'win32-arm64': () =>
    require('@basetenlabs/performance-client-win32-arm64-msvc'),
  'win32-ia32': () =>
    require('@basetenlabs/performance-client-win32-ia32-msvc'),
  'win32-x64': () => require('@basetenlabs/performance-client-win32-x64-msvc'),
};

/**
 * Baseten's native client, to be passed as `performanceClient`: from
 * `@basetenlabs/performance-client` 0.0.10 where you installed it, otherwise
 * from the package for this platform. `undefined` where neither can be loaded.
 */
export const PerformanceClient:
  | BasetenPerformanceClientConstructor
  | undefined =
  findConstructor(loadRootPackage) ??
  findConstructor(() => PLATFORM_PACKAGES[readPlatform()]?.());

function findConstructor(
  load: () => unknown,
): BasetenPerformanceClientConstructor | undefined {
  try {
    const { PerformanceClient } = Object(load());
    return typeof PerformanceClient === 'function'
      ? PerformanceClient
      : undefined;
  } catch {
    // Not installed, or no binary that this machine and its rules admit.
    return undefined;
  }
}

function loadRootPackage(): unknown {
  const { version } = require('@basetenlabs/performance-client/package.json');
  // Later versions take other parameters.
  return version === VERSION
    ? require('@basetenlabs/performance-client')
    : undefined;
}

function readPlatform(): string {
  const { platform, arch } = process;
  return platform === 'linux'
    ? `${platform}-${arch}-${isMusl() ? 'musl' : 'glibc'}`
    : `${platform}-${arch}`;
}

/**
 * Reads which loader started this program: its path is at the start of the
 * file. A machine can have both, and `process.report` is missing in some
 * runtimes and slow in others.
 */
function isMusl(): boolean {
  const start = Buffer.alloc(4096);
  const file = openSync(process.execPath, 'r');
  try {
    readSync(file, start);
  } finally {
    closeSync(file);
  }
  return start.includes('/ld-musl-');
}
