/**
 * A reply before it is put on the wire. `events` are the payloads of
 * server-sent events: objects become JSON, strings are sent as they are.
 */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content:
    | { readonly kind: 'json'; readonly value: unknown }
    | { readonly kind: 'text'; readonly type: string; readonly text: string }
    | { readonly kind: 'events'; readonly events: readonly unknown[] }
    | {
        readonly kind: 'pieces';
        readonly type: string;
        readonly pieces: readonly Buffer[];
      };
}

export function jsonReply(status: number, value: unknown): Reply {
  return { status, headers: {}, content: { kind: 'json', value } };
}

export function textReply(status: number, type: string, text: string): Reply {
  return { status, headers: {}, content: { kind: 'text', type, text } };
}

export function eventsReply(events: readonly unknown[]): Reply {
  return { status: 200, headers: {}, content: { kind: 'events', events } };
}

/** Bytes that are sent piece by piece, without a length. */
export function piecesReply(type: string, pieces: readonly Buffer[]): Reply {
  return {
    status: 200,
    headers: {},
    content: { kind: 'pieces', type, pieces },
  };
}

export function withHeaders(
  reply: Reply,
  headers: Readonly<Record<string, string>>,
): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

/** Text in a stream that is not an event, sent unchanged. */
export class StrayText {
  constructor(readonly text: string) {}
}

/** One server-sent event as Baseten frames it: a `data:` line alone. */
export function eventText(payload: unknown): string {
  if (payload instanceof StrayText) return payload.text;
  const data = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return `data: ${data}\n\n`;
}
