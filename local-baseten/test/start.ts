import { onTestFinished } from 'vitest';
import {
  type LocalBaseten,
  type LocalBasetenOptions,
  startLocalBaseten,
} from '..';

/** A server that ends with the test. */
export async function start(
  options?: LocalBasetenOptions,
): Promise<LocalBaseten> {
  const server = await startLocalBaseten(options);
  onTestFinished(() => server.close());
  return server;
}
