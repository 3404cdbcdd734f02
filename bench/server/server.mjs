/**
 * The server that all variants talk to: HTTP/1.1 and HTTP/2 with prior
 * knowledge on one port, replies serialised before they are asked for. What a
 * worker wants of it is in the path:
 *
 *     [/floats]/{dimensions}/{milliseconds of latency}/sync/v1/embeddings
 *     /{any number}/{milliseconds of latency}/sync/rerank
 *     /{answer}/{pace}/{size}/{milliseconds of latency}/sync/v1/chat/completions
 *
 * An answer comes together, singly (event by event) or paced (one in 5 ms).
 *
 * Run by tsx with an IPC channel; sends its port to the parent once it is ready.
 */
import { setImmediate, setTimeout } from 'node:timers/promises';
import { listenOnOnePort } from '../../local-baseten/server/listen-on-one-port';
import { createChatReply } from './chat-reply.mjs';
import { createReplyMaker } from './embedding-replies.mjs';

/** @typedef {import('../../local-baseten/server/exchange').Exchange} Exchange */

const ROUTE =
  /^(?:\/(?<answer>[a-z-]+)\/(?<pace>[a-z]+)|\/(?<floats>floats))?\/(?<size>\d+)\/(?<latency>\d+)\/sync\/(?<endpoint>v1\/embeddings|v1\/chat\/completions|rerank)$/;

/** @type {Map<string, import('./embedding-replies.mjs').ReplyMaker>} */
const makers = new Map();
/** @type {Map<string, ReturnType<typeof createChatReply>>} */
const chats = new Map();

/**
 * @template VALUE, KEY
 * @param {Map<KEY, VALUE>} map
 * @param {KEY} key
 * @param {() => VALUE} create
 * @returns {VALUE}
 */
function getOrCreate(map, key, create) {
  const value = map.get(key) ?? create();
  map.set(key, value);
  return value;
}

/**
 * @param {'base64' | 'float'} format
 * @param {number} dimensions
 */
function getMaker(format, dimensions) {
  return getOrCreate(makers, `${format} ${dimensions}`, () =>
    createReplyMaker(format, dimensions),
  );
}

/** @param {Exchange} exchange */
async function serve({ path, input, output, sendHeaders }) {
  const body = JSON.parse(await readText(input));
  const { answer, pace, floats, size, latency, endpoint } =
    ROUTE.exec(path)?.groups ?? {};
  if (size === undefined) {
    sendHeaders(404, {});
    output.end();
    return;
  }
  if (latency !== '0') {
    await setTimeout(Number(latency));
  }
  if (endpoint === 'rerank') {
    sendHeaders(200, { 'content-type': 'application/json' });
    output.end(JSON.stringify(body.texts.map(toScore)));
  } else if (endpoint === 'v1/embeddings') {
    const texts = [body.input].flat();
    const format =
      body.encoding_format === 'base64' && floats == null ? 'base64' : 'float';
    const [head, rest] = getMaker(format, Number(size)).reply(
      texts.length,
      Number.parseInt(texts[0], 10),
    );
    sendHeaders(200, {
      'content-type': 'application/json',
      'content-length': `${head.length + rest.length}`,
    });
    output.write(head);
    output.end(rest);
  } else {
    const kind = ANSWERS.find(known => known === answer) ?? 'text';
    const { type, pieces } = getOrCreate(chats, `${kind} ${size}`, () =>
      createChatReply(kind, Number(size)),
    );
    sendHeaders(200, { 'content-type': type });
    if (pace === 'together') {
      output.end(Buffer.concat(pieces));
      return;
    }
    for (const piece of pieces) {
      output.write(piece);
      await (pace === 'paced' ? setTimeout(5) : setImmediate());
    }
    output.end();
  }
}

/** @type {import('./chat-reply.mjs').AnswerKind[]} */
const ANSWERS = ['text', 'tool-pieces', 'tool-names', 'tool-whole', 'reply'];

/**
 * Grows with the number that a text begins with.
 *
 * @param {string} text
 * @param {number} index
 */
function toScore(text, index) {
  return { index, score: Number.parseInt(text, 10) / 2 ** 24 };
}

/** @param {import('node:stream').Readable} input */
async function readText(input) {
  const pieces = [];
  for await (const piece of input) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

for (const dimensions of JSON.parse(process.argv[2] ?? '[]')) {
  getMaker('base64', dimensions).reply(128, 0);
  getMaker('float', dimensions).reply(128, 0);
}

const { port } = await listenOnOnePort(0, true, exchange => {
  exchange.output.on('error', () => {});
  serve(exchange).catch(() => exchange.cut());
});
process.on('disconnect', () => process.exit());
process.send?.({ port });
