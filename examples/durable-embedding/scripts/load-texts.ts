import { database } from '../lib/database';

const BATCH_SIZE = 10_000;

/** Stores the texts, numbered from 0 on, unless there are some already. */
export async function loadTexts(texts: AsyncIterable<string>): Promise<void> {
  const { rows } = await database().query('select from texts limit 1');
  if (rows.length > 0) return;

  let start = 0;
  let batch: string[] = [];
  const store = async () => {
    await database().query(
      `insert into texts (id, body)
       select $1 + number - 1, body
       from unnest($2::text[]) with ordinality as line (body, number)`,
      [start, batch],
    );
    start += batch.length;
    batch = [];
  };
  for await (const text of texts) {
    batch.push(text);
    if (batch.length === BATCH_SIZE) await store();
  }
  if (batch.length > 0) await store();
  await database().query('analyze texts');
}
