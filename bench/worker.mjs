/**
 * Runs one job in a process of its own, so that none profits from what another
 * has loaded, compiled or left in memory. Gets the job as an argument, sends
 * the measurement to its parent.
 *
 * Unless a job says so, nothing is warmed up: connections, first compilation and whatever a variant
 * loads when it is first used are measured, as a user has them. Only the import
 * of the packages comes before, it is measured apart, and so is the collection
 * of what it leaves: whether it would fall into a short call is chance.
 */
import { Session } from 'node:inspector/promises';
import { readPeakMemory } from './peak-memory.mjs';
import { startStallProbe } from './stall-probe.mjs';

/**
 * @typedef {object} Job
 * @property {'embed' | 'import' | 'rerank' | 'small-calls' | 'start' | 'stream'} task
 * @property {string} variant
 * @property {number} calls How often the task is done, one after the other.
 * @property {number} [callsBefore] Calls that are not measured.
 * @property {string} origin Of the server.
 * @property {number} size Dimensions of a vector, chunks of a stream, or MB of
 * an event.
 * @property {number} latency Milliseconds that the server waits.
 * @property {number} texts Texts of each call.
 * @property {number} [inFlight] Requests in flight, if not the default.
 * @property {number} [batchSize] Texts of a request, if not the default.
 * @property {number} [perSecond] Calls that start in a second, if they overlap.
 * @property {number} [beside] Dimensions of a bulk job at the same time.
 * @property {import('./server/chat-reply.mjs').AnswerKind} [answer] Text unless
 * given.
 * @property {'together' | 'singly' | 'paced'} [pace] Of a stream's events.
 * @property {number} [pieceBytes] Size of the pieces in which an event arrives.
 *
 * @typedef {object} Measurement
 * @property {number} wall Milliseconds per call.
 * @property {number} cpu Milliseconds of all threads per call.
 * @property {number} memory Highest resident set in bytes.
 * @property {number} [stall] Longest time without a turn of the event loop, in
 * milliseconds.
 * @property {boolean} [nativeLoaded] Whether the native addon is loaded at the
 * end.
 *
 * @typedef {object} Task
 * @property {() => Promise<unknown>} run What is measured.
 * @property {(result: any) => void} check Throws if a result is wrong.
 * @property {(result: any) => number} [readWall] Milliseconds per call where
 * `run` makes all calls.
 */

/** @type {Job} */
const job = JSON.parse(process.argv[2] ?? '');
/** @type {{ prepare: (job: Job) => Promise<Task> }} */
const { prepare } = await import(`./tasks/${job.task}.mjs`);
const { run, check, readWall } = await prepare(job);

for (let call = 0; call < (job.callsBefore ?? 0); call++) await run();

await collectGarbage();
const probe = await startStallProbe();
const cpuBefore = process.cpuUsage();
const start = performance.now();
/** @type {unknown} */
let result = await run();
for (let call = 1; call < job.calls && readWall == null; call++) {
  // What is held meanwhile would count as memory of the next.
  result = undefined;
  result = await run();
}
const wall = performance.now() - start;
const cpu = process.cpuUsage(cpuBefore);
const stall = await probe.stop();
const memory = readPeakMemory();

check(result);

/** @type {Measurement} */
const measurement = {
  wall: readWall?.(result) ?? wall / job.calls,
  cpu: (cpu.user + cpu.system) / 1000 / job.calls,
  memory,
  stall,
  nativeLoaded: isNativeLoaded(),
};
process.send?.(measurement, undefined, undefined, () => process.exit());

/** A flag that allows it would make Node compile its own modules anew. */
async function collectGarbage() {
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}

function isNativeLoaded() {
  /** @type {{ sharedObjects?: string[] }} */
  const report = Object(process.report?.getReport());
  return (report.sharedObjects ?? []).some(path =>
    /performance-client[^/\\]*\.node$/.test(path),
  );
}
