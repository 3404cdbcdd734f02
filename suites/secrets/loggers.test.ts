import { afterAll, expect, it } from 'vitest';
import { startLocalBaseten } from '../../local-baseten';
import { walk } from '../../test/support/walk';
import { createLoggedObjects } from './logged-objects';
import { logAll } from './loggers';

const KEY = 'canary-0123456789-abcdefghij';
const local = await startLocalBaseten({ dimensions: 8 });
afterAll(() => local.close());

it('pino and winston write no key of models, agents, providers and errors', async () => {
  const objects = await createLoggedObjects(local, KEY);
  const lines = logAll(objects);

  expect(lines.filter(line => line.includes(KEY))).toEqual([]);
  // Every value in every way.
  expect(lines.length).toBeGreaterThan(20 * Object.keys(objects).length);
  expect(lines.join()).toContain('"provider":"baseten.chat"');
});

it('a key that can be reached is found in what they write', () => {
  expect(logAll({ model: { key: KEY } }).join()).toContain(KEY);
});

it('no place that can be reached from what is logged holds the key', async () => {
  const places = await walk(await createLoggedObjects(local, KEY));

  expect(places.filter(({ text }) => text.includes(KEY))).toEqual([]);
  expect(places.length).toBeGreaterThan(2000);
});
