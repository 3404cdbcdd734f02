import { fork } from 'node:child_process';

/** A run that takes longer is ended; the table says so. */
const LIMIT_SECONDS = 180;

const WORKER = new URL('./worker.mjs', import.meta.url);
const START_WORKER = new URL('./start-worker.mjs', import.meta.url);

/**
 * @typedef {import('./worker.mjs').Job} Job
 * @typedef {import('./worker.mjs').Measurement} Measurement
 */

/**
 * Runs a job in a fresh process.
 *
 * @param {Job} job
 * @returns {Promise<Measurement | { failure: string }>}
 */
export async function runWorker(job) {
  const child = fork(
    job.task === 'start' ? START_WORKER : WORKER,
    [JSON.stringify(job)],
    {
      execArgv: [],
      env: createEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  /** @type {Measurement | undefined} */
  let measurement;
  let errors = '';
  let isTooSlow = false;
  child.on('message', message => {
    measurement = /** @type {Measurement} */ (message);
  });
  child.stderr?.on('data', data => {
    errors += data;
  });
  const timer = setTimeout(() => {
    isTooSlow = true;
    child.kill('SIGKILL');
  }, LIMIT_SECONDS * 1000);

  await new Promise(resolve => child.on('close', resolve));
  clearTimeout(timer);

  if (measurement != null) {
    if (errors !== '') {
      console.error(`${job.task} ${job.variant}: ${errors.trim()}`);
    }
    return measurement;
  }
  return {
    failure: isTooSlow
      ? `more than ${LIMIT_SECONDS} s`
      : errors.includes('heap out of memory')
        ? 'out of memory'
        : (/^\w*Error\b.*$/m.exec(errors)?.[0] ?? 'ended without a result'),
  };
}

/** Without what would send the requests elsewhere or change the runtime. */
function createEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/proxy$|^(?:NODE_OPTIONS|BASETEN_API_KEY)$/i.test(name),
    ),
  );
}
