import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A running server of one page. */
export interface PageServer {
  origin: string;
  /** What the page posts to `/report`. */
  report: Promise<string>;
  close: () => void;
}

/**
 * Serves a page with one script, and passes everything else on to `target`:
 * Baseten allows no requests from pages of another origin.
 */
export async function servePage(
  script: Buffer,
  target: string,
): Promise<PageServer> {
  let resolveReport = (_text: string) => {};
  const report = new Promise<string>(resolve => {
    resolveReport = resolve;
  });

  const server = createServer(async (incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', target);
    if (pathname === '/') {
      outgoing.setHeader('content-type', 'text/html');
      outgoing.end(
        '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>',
      );
    } else if (pathname === '/page.js') {
      outgoing.setHeader('content-type', 'text/javascript');
      outgoing.end(script);
    } else if (pathname === '/report') {
      const chunks = await incoming.toArray();
      outgoing.end();
      resolveReport(Buffer.concat(chunks).toString());
    } else {
      const { method, headers } = incoming;
      const forwarded = request(
        new URL(incoming.url ?? '/', target),
        { method, headers },
        reply => {
          outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
          reply.pipe(outgoing);
        },
      );
      forwarded.on('error', () => outgoing.destroy());
      outgoing.on('close', () => forwarded.destroy());
      incoming.pipe(forwarded);
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));

  return {
    origin: `http://127.0.0.1:${readPort(server.address())}`,
    report,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function readPort(address: AddressInfo | string | null): number {
  if (address == null || typeof address === 'string') {
    throw new Error(`Expected an address with a port, got ${address}.`);
  }
  return address.port;
}
