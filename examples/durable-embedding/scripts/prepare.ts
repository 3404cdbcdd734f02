import { execFileSync } from 'node:child_process';
import { createTables, database } from '../lib/database';
import { loadTexts } from './load-texts';

/**
 * Builds the app and makes the tables of the texts and of the engine.
 *
 * @param isReset Whether to forget what is there.
 */
export async function prepare(
  texts: AsyncIterable<string>,
  { isReset }: { isReset: boolean },
): Promise<void> {
  if (isReset) {
    await database().query(`
      drop table if exists vectors, texts;
      drop schema if exists workflow, workflow_drizzle, graphile_worker cascade;
    `);
  }
  await createTables();
  await loadTexts(texts);
  run('node_modules/@workflow/world-postgres/bin/setup.js');
  run('node_modules/nitro/dist/cli/index.mjs', 'build');
}

/** What the app and its engine read from the environment. */
export function appEnvironment() {
  return {
    NODE_ENV: 'production',
    WORKFLOW_TARGET_WORLD: '@workflow/world-postgres',
    WORKFLOW_POSTGRES_URL: process.env.DATABASE_URL ?? '',
    // Steps of a worker at once: one embeds while the other ones store.
    WORKFLOW_POSTGRES_WORKER_CONCURRENCY: '3',
  };
}

function run(...command: string[]): void {
  execFileSync(process.execPath, command, {
    env: { ...process.env, ...appEnvironment() },
    // What they print is part of the error if they fail.
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}
