import { once } from 'node:events';
import { eventText, type Reply } from '../replies/reply';
import type { Behaviour, StreamBehaviour } from './behaviours';
import type { Exchange } from './exchange';
import { wait, waitForAbort } from './wait';

export interface SendOptions {
  readonly behaviour: Behaviour;
  /** Time between two events of a stream. */
  readonly tokenDelayMilliseconds: number;
  /** Aborted when the exchange is over. */
  readonly signal: AbortSignal;
  /** Called just before the last byte is written. */
  readonly onEnd: () => void;
}

/** Sends a reply, whole or as the behaviour says. */
export async function sendReply(
  exchange: Exchange,
  reply: Reply,
  options: SendOptions,
): Promise<void> {
  const { behaviour } = options;
  const { stream, cut, hang } = behaviour;
  const isWhole = cut !== 'in-body' && typeof hang !== 'string';
  if (stream !== undefined || !isWhole) {
    await sendInPieces(exchange, reply, options);
  } else if (reply.content.kind === 'events') {
    const pieces = reply.content.events.map(event =>
      Buffer.from(eventText(event)),
    );
    await sendStream(exchange, reply, pieces, options);
  } else if (reply.content.kind === 'pieces') {
    await sendStream(exchange, reply, reply.content.pieces, options);
  } else {
    const bytes = bodyBytes(reply);
    exchange.sendHeaders(reply.status, {
      ...contentHeaders(reply),
      'content-length': String(bytes.length),
    });
    options.onEnd();
    exchange.output.end(bytes);
  }
}

async function sendStream(
  exchange: Exchange,
  reply: Reply,
  pieces: readonly Buffer[],
  { tokenDelayMilliseconds, signal, onEnd }: SendOptions,
): Promise<void> {
  exchange.sendHeaders(reply.status, contentHeaders(reply));
  exchange.flushHeaders();
  for (const piece of pieces) {
    if (tokenDelayMilliseconds > 0) await wait(tokenDelayMilliseconds, signal);
    if (signal.aborted) return;
    await write(exchange, piece, signal);
  }
  onEnd();
  exchange.output.end();
}

async function sendInPieces(
  exchange: Exchange,
  reply: Reply,
  { behaviour, signal, onEnd }: SendOptions,
): Promise<void> {
  const { stream = {}, cut, hang } = behaviour;
  const whole = bodyBytes(reply);
  const isPartial = cut === 'in-body' || hang === 'in-body';
  const length =
    stream.cutAfterBytes ??
    (isPartial ? Math.floor(whole.length / 2) : whole.length);

  // Like any server, announce a length only where the body is not a stream.
  const { kind } = reply.content;
  const isStream = kind === 'events' || kind === 'pieces' || stream.events;
  exchange.sendHeaders(reply.status, {
    ...contentHeaders(reply),
    ...(!isStream &&
      stream.cutBy !== 'end' && { 'content-length': String(whole.length) }),
  });
  exchange.flushHeaders();
  for (const piece of splitBytes(whole.subarray(0, length), stream)) {
    await writeApart(exchange, piece, stream.delayBetweenMilliseconds, signal);
    if (signal.aborted) return;
  }
  if (typeof hang === 'string') {
    await waitForAbort(signal);
  } else if (length < whole.length && stream.cutBy !== 'end') {
    exchange.cut();
  } else {
    onEnd();
    exchange.output.end();
  }
}

function contentHeaders({ content, headers }: Reply): Record<string, string> {
  const type =
    content.kind === 'json'
      ? 'application/json'
      : content.kind === 'events'
        ? 'text/event-stream'
        : content.type;
  return { 'content-type': type, ...headers };
}

function bodyBytes({ content }: Reply): Buffer {
  switch (content.kind) {
    case 'json':
      return Buffer.from(JSON.stringify(content.value ?? null));
    case 'text':
      return Buffer.from(content.text);
    case 'pieces':
      return Buffer.concat(content.pieces);
    case 'events':
      return Buffer.from(content.events.map(eventText).join(''));
  }
}

function splitBytes(bytes: Buffer, stream: StreamBehaviour): Buffer[] {
  const pieces: Buffer[] = [];
  let start = 0;
  for (const end of [...offsets(bytes.length, stream), bytes.length]) {
    if (end > start && end <= bytes.length) {
      pieces.push(bytes.subarray(start, end));
      start = end;
    }
  }
  return pieces;
}

function offsets(length: number, stream: StreamBehaviour): readonly number[] {
  if (stream.splitAt !== 'random') return stream.splitAt ?? [];
  const random: number[] = [];
  // A linear congruential generator; its high bits give the sizes of pieces.
  let state = stream.seed ?? 1;
  for (let at = 0; at < length; at += 1 + (state >>> 26)) {
    random.push(at);
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  }
  return random;
}

async function write(
  { output }: Exchange,
  bytes: Buffer,
  signal: AbortSignal,
): Promise<void> {
  if (output.write(bytes)) return;
  await once(output, 'drain', { signal }).catch(() => {});
}

/** Writes a piece and waits until it is sent. */
async function writeApart(
  { output }: Exchange,
  bytes: Buffer,
  milliseconds = 0,
  signal: AbortSignal,
): Promise<void> {
  await new Promise<void>(resolve => {
    const done = () => {
      signal.removeEventListener('abort', done);
      resolve();
    };
    signal.addEventListener('abort', done);
    output.write(bytes, done);
  });
  await wait(milliseconds, signal);
}
