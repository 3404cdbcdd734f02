import { once } from 'node:events';
import { createServer } from 'node:net';
import { readPort } from './read-port';

/** A port of 127.0.0.1 that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = readPort(server);
  server.close();
  return port;
}
