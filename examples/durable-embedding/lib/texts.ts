import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { database } from './database';
import { writeVectorCopy } from './vector-copy';

export interface Text {
  id: string;
  body: string;
}

export async function findTextsWithoutVector(
  start: number,
  end: number,
  limit: number,
): Promise<Text[]> {
  const { rows } = await database().query<Text>(
    `select id, body from texts
     where id >= $1 and id < $2
       and not exists (select from vectors where vectors.id = texts.id)
     order by id limit $3`,
    [start, end, limit],
  );
  return rows;
}

/** Stores all of these vectors or, if the process dies, none. */
export async function storeVectors(
  texts: readonly Text[],
  embeddings: readonly (readonly number[])[],
): Promise<void> {
  const connection = await database().connect();
  try {
    await pipeline(
      [
        writeVectorCopy(
          texts.map(({ id }) => id),
          embeddings,
        ),
      ],
      connection.query(copyFrom('copy vectors from stdin (format binary)')),
    );
  } finally {
    connection.release();
  }
}

/**
 * Runs a task while no other process has the lock of this range. PostgreSQL
 * takes the lock from a process that dies, when its connection ends.
 */
export async function withRangeLock<RESULT>(
  start: number,
  task: () => Promise<RESULT>,
): Promise<RESULT> {
  const connection = await database().connect();
  try {
    await connection.query('select pg_advisory_lock($1)', [start]);
    try {
      return await task();
    } finally {
      await connection.query('select pg_advisory_unlock($1)', [start]);
    }
  } finally {
    connection.release();
  }
}

export interface Progress {
  texts: number;
  vectors: number;
  /** Names of the worker processes that are connected. */
  workers: string[];
}

export async function readProgress(): Promise<Progress> {
  const { rows } = await database().query<{
    texts: number;
    vectors: number;
    workers: string[] | null;
  }>(
    `select (select count(*)::int from texts) as texts,
       (select count(*)::int from vectors) as vectors,
       (select array_agg(distinct application_name)
        from pg_stat_activity
        where datname = current_database()
          and application_name like 'worker %') as workers`,
  );
  const [
    { texts, vectors, workers } = { texts: 0, vectors: 0, workers: null },
  ] = rows;
  return { texts, vectors, workers: workers ?? [] };
}

export interface Hit extends Text {
  /** Cosine similarity with the query, -1 to 1. */
  similarity: number;
}

export async function findNearest(
  embedding: readonly number[],
  limit: number,
): Promise<Hit[]> {
  const { rows } = await database().query<Hit>(
    `select id, body, 1 - distance as similarity
     from (
       select id, embedding <=> $1 as distance from vectors
       order by distance limit $2
     ) as nearest
     join texts using (id)
     order by distance`,
    [JSON.stringify(embedding), limit],
  );
  return rows;
}
