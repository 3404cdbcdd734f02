// Jobs before, while and after the clock jumps `JUMP_IN_MS`, as it does when a
// process is frozen while it decodes a reply. Prints what they took.
import process from 'node:process';
import { PerformanceClient } from '@ai-sdk/baseten/performance-client';

const jump = Number(process.argv[2]);
const { now } = performance;
const realNow = () => now.call(performance);
let offset = 0;
let jumpsLeft = 0;

// Before the package takes the clock.
performance.now = () => realNow() + offset;
Date.now = () => performance.timeOrigin + performance.now();

/**
 * Makes the clock jump when a reply's data is read, which is in the decoding.
 *
 * @param {unknown} reply
 */
function jumpWhenRead(reply) {
  const { data } = Object(reply);
  if (jumpsLeft > 0 && Array.isArray(data)) {
    Object.defineProperty(reply, 'data', {
      get: () => {
        if (jumpsLeft > 0) offset += jump;
        jumpsLeft = Math.max(0, jumpsLeft - 1);
        return data;
      },
    });
  }
  return reply;
}

if (PerformanceClient == null) throw new Error('Expected a native client.');
const { batchPost } = PerformanceClient.prototype;
/**
 * @this {unknown}
 * @param {string} path
 * @param {unknown[]} bodies
 * @param {(number | null | undefined)[]} rest
 */
PerformanceClient.prototype.batchPost = async function (path, bodies, ...rest) {
  const reply = await batchPost.call(this, path, bodies, ...rest);
  reply.data.forEach(jumpWhenRead);
  return reply;
};
const { json } = Response.prototype;
Response.prototype.json = async function () {
  return jumpWhenRead(await json.call(this));
};
const { parse } = JSON;
JSON.parse = (text, reviver) => jumpWhenRead(parse(text, reviver));

const { embedTexts, print } = await import('./calls.mjs');

async function runJob() {
  const start = realNow();
  const digest = await embedTexts('paced', 12_800);
  return { digest, milliseconds: realNow() - start };
}

await runJob();
const before = await runJob();
jumpsLeft = 3;
const jumping = await runJob();
jumpsLeft = 0;
const after = await runJob();
print({ before, jumping, after, jumps: offset / jump });
