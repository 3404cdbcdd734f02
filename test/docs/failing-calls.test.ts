import { expect, it } from 'vitest';
import { runJobs } from '../support/run-jobs';
import { readRows } from './markdown';

it('the table of failing calls gives the requests that a server gets', async () => {
  const { failingCalls } = await runJobs(
    new URL('./failing-calls.ts', import.meta.url),
  );
  const rows = readRows('docs/embeddings.md', 'each request meets', 'over');
  const limits = new Map(
    rows.flatMap(({ 'each request meets': failure, over, ...cells }) =>
      Object.entries(cells).map(([call, cell]): [string, number] => [
        `${failure}, ${over}, ${call}`,
        Number(/^(?:at most )?(\d+),/.exec(cell ?? '')?.[1]),
      ]),
    ),
  );
  const calls = Object.values(Object(failingCalls)).map(Object);

  expect(calls).toHaveLength(40);
  expect(limits.size).toBe(40);
  for (const { failure, transport, texts, maxRetries, requests } of calls) {
    const call = `${Number(texts).toLocaleString('en')} ${texts === 1 ? 'text' : 'texts'}, ${maxRetries} retries`;
    const name = `${failure}, ${transport}, ${call}`;
    const limit = limits.get(name);

    expect([name, limit]).toEqual([name, expect.any(Number)]);
    expect([name, requests]).toEqual([
      name,
      texts === 1
        ? limit
        : expect.toSatisfy(count => count <= (limit ?? Number.NaN)),
    ]);
  }
}, 180_000);
