import pg from 'pg';

let pool: pg.Pool | undefined;

/** The connections of this process to `DATABASE_URL`. */
export function database(): pg.Pool {
  pool ??= new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    application_name: process.env.WORKER_NAME ?? 'durable-embedding',
    // Each step holds one for its lock and needs another one to work.
    max: 20,
  });
  return pool;
}

/** Makes the tables, unless they are there. */
export async function createTables(): Promise<void> {
  await database().query(`
    create extension if not exists vector;
    create table if not exists texts (id bigint primary key, body text not null);
    create table if not exists vectors (
      id bigint primary key references texts,
      embedding vector not null
    );
  `);
}
