import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { quietEnvironment } from '../lib/run-command';
import { createExpectations } from './create-expectations';
import { type Sample, sampleSchema } from './judge-samples';
import type { FaultyBaseten } from './start-faulty-baseten';

/** A process that is done ends by itself within this time. */
const END_SECONDS = 60;

/** The load rests before each of at most 60 samples. */
const REST_SECONDS = 600;

/** Runs the program to its end and collects its samples. */
export async function runLoad({
  project,
  server,
  minutes,
  seed,
}: {
  project: string;
  server: FaultyBaseten;
  minutes: number;
  seed: number;
}): Promise<{ samples: Sample[]; problems: string[] }> {
  const file = join(project, 'expectations.json');
  writeFileSync(file, JSON.stringify(createExpectations()));
  const child = spawn(
    process.execPath,
    ['--expose-gc', 'soak.mjs', String(minutes), String(seed), file],
    {
      cwd: project,
      env: {
        ...quietEnvironment(),
        ORIGIN: server.origin,
        API_KEY: server.apiKey,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let complaints = '';
  child.stderr.on('data', text => {
    complaints += text;
  });
  const ended = once(child, 'close');
  const samples: Sample[] = [];
  const reading = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      // The native client writes about cut connections.
      if (!line.startsWith('{"minute"')) continue;
      samples.push(sampleSchema.parse(JSON.parse(line)));
      // The log of requests would grow all the time.
      if (server.requests.length > 10_000) server.forgetRequests();
    }
  })();

  const limit = new AbortController();
  const isEnded = await Promise.race([
    ended.then(() => true),
    setTimeout(minutes * 60_000 + (REST_SECONDS + END_SECONDS) * 1000, false, {
      signal: limit.signal,
    }),
  ]);
  limit.abort();
  child.kill('SIGKILL');
  await ended;
  await reading;

  const problems = samples.flatMap(sample => sample.problems);
  if (!isEnded) problems.push('the process does not end');
  if (complaints !== '') problems.push(`stderr: ${complaints.slice(0, 1000)}`);
  if (samples.length === 0) problems.push('no samples');
  return { samples, problems };
}
