import { loadPerformanceClient } from '../../src/transport/performance-client';

const client = await loadPerformanceClient();
if (client == null) {
  throw new Error(
    'Expected the native client for this machine, got none. Run `npm ci && npm run build`.',
  );
}

/** The real native client, as the package itself finds it. */
export const PerformanceClient = client;
