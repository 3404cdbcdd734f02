import { closeSync, openSync, readSync } from 'node:fs';
import type { BasetenPerformanceClientConstructor } from './transport/performance-client';

/** The version of the native client that this package is made for. */
const VERSION = '0.0.10';

/**
 * Baseten's native client, to be passed as `performanceClient`: from
 * `@basetenlabs/performance-client` 0.0.10 where you installed it, otherwise
 * from the package for this platform. `undefined` where neither can be loaded.
 */
export const PerformanceClient:
  | BasetenPerformanceClientConstructor
  | undefined =
  readConstructor(loadRootPackage()) ?? readConstructor(loadPlatformPackage());

function readConstructor(
  loaded: unknown,
): BasetenPerformanceClientConstructor | undefined {
  const { PerformanceClient } = Object(loaded);
  return typeof PerformanceClient === 'function'
    ? PerformanceClient
    : undefined;
}

// Each `require` is inside a `try` and has a literal name: file tracers follow
// those, and a bundler that does takes it well that most are not installed.

function loadRootPackage(): unknown {
  try {
    const { version } = require('@basetenlabs/performance-client/package.json');
    // Later versions take other parameters.
    return version === VERSION
      ? require('@basetenlabs/performance-client')
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * One package per platform. That of `darwin-universal` is not needed: it holds
 * the two other macOS binaries once more.
 */
function loadPlatformPackage(): unknown {
  try {
    switch (readPlatform()) {
      case 'android-arm':
        return require('@basetenlabs/performance-client-android-arm-eabi');
      case 'android-arm64':
        return require('@basetenlabs/performance-client-android-arm64');
      case 'darwin-arm64':
        return require('@basetenlabs/performance-client-darwin-arm64');
      case 'darwin-x64':
        return require('@basetenlabs/performance-client-darwin-x64');
      case 'linux-arm-glibc':
        return require('@basetenlabs/performance-client-linux-arm-gnueabihf');
      case 'linux-arm-musl':
        return require('@basetenlabs/performance-client-linux-arm-musleabihf');
      case 'linux-arm64-glibc':
        return require('@basetenlabs/performance-client-linux-arm64-gnu');
      case 'linux-riscv64-glibc':
        return require('@basetenlabs/performance-client-linux-riscv64-gnu');
      case 'linux-x64-glibc':
        return require('@basetenlabs/performance-client-linux-x64-gnu');
      case 'linux-x64-musl':
        return require('@basetenlabs/performance-client-linux-x64-musl');
      case 'win32-arm64':
        return require('@basetenlabs/performance-client-win32-arm64-msvc');
      case 'win32-ia32':
        return require('@basetenlabs/performance-client-win32-ia32-msvc');
      case 'win32-x64':
        return require('@basetenlabs/performance-client-win32-x64-msvc');
      default:
        return undefined;
    }
  } catch {
    // Not installed, or a binary that this machine and its rules do not admit.
    return undefined;
  }
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
