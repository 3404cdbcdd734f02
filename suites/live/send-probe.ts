import { setTimeout } from 'node:timers/promises';
import { speaksHttp2 } from '../../src/transport/probe-http2';
import type { Kind, Probe, ProbeReply } from './fact';
import type { Platform } from './platform';

/** A request and its reply, kept for recordings. */
export interface Exchange {
  kind: Kind;
  probe: Probe;
  reply: ProbeReply;
}

/** A deployment that has scaled to zero holds requests for minutes. */
const PATIENCE_IN_MS = 600_000;
const ATTEMPTS_AT_A_LIMIT = 6;
const WAIT_AT_A_LIMIT_IN_SECONDS = 15;

/** Sends each probe once, whatever the number of facts that it shows. */
export class Sender {
  readonly exchanges: Exchange[] = [];
  private readonly replies = new Map<Probe, Promise<ProbeReply>>();

  constructor(private readonly platform: Platform) {}

  send(kind: Kind, probe: Probe): Promise<ProbeReply> {
    const known = this.replies.get(probe);
    if (known !== undefined) return known;
    const reply = this.sendPatiently(kind, probe);
    this.replies.set(probe, reply);
    return reply;
  }

  /** Waits while the account is at its limit of requests per minute. */
  private async sendPatiently(kind: Kind, probe: Probe): Promise<ProbeReply> {
    if (probe.after !== undefined) await this.send(kind, probe.after);
    for (let attempt = 1; ; attempt += 1) {
      const reply = await sendOnce(this.platform, kind, probe);
      this.exchanges.push({ kind, probe, reply });
      if (reply.status !== 429 || attempt === ATTEMPTS_AT_A_LIMIT) return reply;
      const seconds = Number(
        reply.headers.get('retry-after') ?? WAIT_AT_A_LIMIT_IN_SECONDS,
      );
      await setTimeout(1000 * seconds);
    }
  }
}

async function sendOnce(
  { apiKey, urls }: Platform,
  kind: Kind,
  { path = '', body, headers = {}, toBareHost = false }: Probe,
): Promise<ProbeReply> {
  const root = urls[kind] ?? '';
  const url = (toBareHost ? new URL('/sync', root).href : root) + path;
  const isForm = body instanceof FormData;
  const [response, isHttp2] = await Promise.all([
    fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body !== undefined &&
          !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        body: isForm || typeof body === 'string' ? body : JSON.stringify(body),
      }),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_IN_MS),
    }),
    speaksHttp2(url),
  ]);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const { status } = response;
  return {
    status,
    headers: response.headers,
    bytes,
    text,
    json: parse(text),
    isHttp2,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
