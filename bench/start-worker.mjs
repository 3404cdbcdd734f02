/**
 * Runs one job from the start of its process: everything that is loaded counts,
 * so nothing is imported here that the job does not need.
 */
import { readPeakMemory } from './peak-memory.mjs';

/** @type {import('./worker.mjs').Job} */
const job = JSON.parse(process.argv[2] ?? '');
const { start } = await import('./tasks/start.mjs');
await start(job);

const wall = performance.now();
const cpu = process.cpuUsage();

/** @type {import('./worker.mjs').Measurement} */
const measurement = {
  wall,
  cpu: (cpu.user + cpu.system) / 1000,
  memory: readPeakMemory(),
};
process.send?.(measurement, undefined, undefined, () => process.exit());
