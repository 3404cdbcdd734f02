import { afterAll, beforeEach } from 'vitest';
import {
  type LocalBaseten,
  type LocalBasetenOptions,
  startLocalBaseten,
} from '../../local-baseten';

/** Length of the embeddings, short to keep the tests fast. */
export const DIMENSIONS = 8;

/** One local Baseten for a test file, as good as new at each test. */
export async function useLocalBaseten(
  options: LocalBasetenOptions = {},
): Promise<LocalBaseten> {
  const server = await startLocalBaseten({
    dimensions: DIMENSIONS,
    ...options,
  });
  beforeEach(() => server.reset());
  afterAll(() => server.close());
  return server;
}
