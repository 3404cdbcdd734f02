import type { Readable } from 'node:stream';
import type { ChatQuirk } from '../quirks/chat-quirks';
import { gatewayError } from '../replies/error-envelopes';
import type { Reply } from '../replies/reply';
import { applyBehaviour } from './apply-behaviour';
import type { Behaviour } from './behaviours';
import type { Exchange } from './exchange';
import { parseForm } from './parse-form';
import type {
  MutableRequest,
  RecordedRequest,
  RequestLog,
} from './request-log';
import { sendReply } from './send-reply';
import { wait, waitForAbort } from './wait';

/** What serving an exchange needs from the server. */
export interface ServeContext {
  readonly log: RequestLog;
  readonly recordBodies: boolean;
  readonly tokenDelayMilliseconds: number;
  readonly isClosing: () => boolean;
  readonly behaviourFor: (
    request: RecordedRequest,
  ) => Promise<Behaviour | undefined>;
  readonly usualReply: (
    request: RecordedRequest,
    quirks: readonly ChatQuirk[],
  ) => Reply;
}

/** Reads, records and answers one request. */
export async function serveExchange(
  exchange: Exchange,
  context: ServeContext,
): Promise<void> {
  const { log } = context;
  const { inFlight, leave } = log.enter();
  const over = new AbortController();
  exchange.output.on('error', () => {});
  exchange.output.on('close', () => {
    leave();
    over.abort();
  });

  const bytes = await readBody(exchange.input);
  if (bytes === undefined) return;
  const request: MutableRequest = {
    method: exchange.method,
    path: exchange.path,
    httpVersion: exchange.httpVersion,
    headers: exchange.headers,
    body: await parseBody(bytes, exchange.headers['content-type']),
    at: performance.timeOrigin + performance.now(),
    aborted: false,
    inFlight,
  };
  log.requests.push(request);

  let wasCut = false;
  exchange.output.on('close', () => {
    request.aborted = !exchange.isFinished() && !wasCut && !context.isClosing();
    if (!context.recordBodies) request.body = undefined;
  });
  const cut = () => {
    wasCut = true;
    exchange.cut();
  };
  await answer({ ...exchange, cut }, request, context, over.signal, leave);
}

async function answer(
  exchange: Exchange,
  request: RecordedRequest,
  context: ServeContext,
  signal: AbortSignal,
  onEnd: () => void,
): Promise<void> {
  let behaviour: Behaviour;
  let reply: Reply;
  try {
    behaviour = (await context.behaviourFor(request)) ?? {};
    if (behaviour.delayMilliseconds !== undefined) {
      await wait(behaviour.delayMilliseconds, signal);
    }
    if (behaviour.hang === true) await waitForAbort(signal);
    if (signal.aborted) return;
    if (behaviour.cut === 'before-headers') return exchange.cut();
    const { quirks = [] } = behaviour;
    reply = applyBehaviour(behaviour, () =>
      context.usualReply(request, quirks),
    );
  } catch (error) {
    // A fault of the server or of a test's behaviour: show it to the client.
    behaviour = {};
    reply = gatewayError(500, `The local Baseten failed: ${error}`);
  }
  try {
    const { tokenDelayMilliseconds } = context;
    const options = { behaviour, tokenDelayMilliseconds, signal, onEnd };
    await sendReply(exchange, reply, options);
  } catch (error) {
    // A behaviour's headers or JSON cannot be sent: its author is to see it.
    exchange.cut();
    throw error;
  }
}

/** The whole body, or `undefined` if the client disconnects before its end. */
function readBody(input: Readable): Promise<Buffer | undefined> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    input.on('data', chunk => chunks.push(chunk));
    input.on('end', () => resolve(Buffer.concat(chunks)));
    input.on('close', () => resolve(undefined));
    input.on('error', () => resolve(undefined));
  });
}

/** JSON, the fields of a form by name, or text. */
async function parseBody(bytes: Buffer, type = ''): Promise<unknown> {
  if (bytes.length === 0) return undefined;
  if (type.startsWith('multipart/form-data')) return parseForm(bytes, type);
  const text = bytes.toString();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
