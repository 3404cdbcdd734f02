import type { AddressInfo } from 'node:net';

/** The port that a server listens on. */
export function readPort(server: {
  address(): AddressInfo | string | null;
}): number {
  const address = server.address();
  if (address == null || typeof address === 'string') {
    throw new Error(`Expected an address with a port, got ${address}.`);
  }
  return address.port;
}
