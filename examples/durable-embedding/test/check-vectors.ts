import { database } from '../lib/database';

const PAGE_SIZE = 5000;

/** Compares every stored vector with what its text has to give. */
export async function checkVectors(
  texts: number,
  embedText: (text: string) => Float32Array,
): Promise<{ lost: number; wrong: number }> {
  let lost = 0;
  let wrong = 0;
  for (let start = 0; start < texts; start += PAGE_SIZE) {
    const { rows } = await database().query<{
      body: string;
      embedding: string | null;
    }>(
      `select body, embedding::text from texts left join vectors using (id)
       where id >= $1 and id < $2`,
      [start, start + PAGE_SIZE],
    );
    lost += Math.min(PAGE_SIZE, texts - start) - rows.length;
    for (const { body, embedding } of rows) {
      if (embedding === null) lost += 1;
      else if (!isSame(JSON.parse(embedding), embedText(body))) wrong += 1;
    }
  }
  return { lost, wrong };
}

/** PostgreSQL writes as many digits as tell a float from its neighbours. */
function isSame(stored: readonly number[], expected: Float32Array): boolean {
  return (
    stored.length === expected.length &&
    stored.every((value, index) => Math.fround(value) === expected[index])
  );
}
