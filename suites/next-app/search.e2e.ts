import { expect, test } from 'vitest';
import { z } from 'zod/v4';
import { corpus } from '../../examples/next-app/lib/corpus';
import { findViolations } from './support/find-violations';
import { focusedText, pressKeys } from './support/keyboard';
import { useApp } from './support/use-app';
import { useBrowser } from './support/use-browser';

/** The part of a search's answer that is drawn. */
const pictureSchema = z.object({
  map: z.object({
    documents: z.array(z.object({ x: z.number(), y: z.number() })),
    query: z.object({ x: z.number(), y: z.number() }),
    shown: z.number(),
  }),
});

const app = useApp();
const open = useBrowser();

const openSearch = async () => {
  const { page, complaints } = await open(`${app.origin}/search`);
  return {
    page,
    complaints,
    input: page.getByRole('searchbox'),
    button: page.getByRole('button', { name: 'Search' }),
    results: page.getByRole('region', { name: 'Results' }),
  };
};

test.each([
  ['How do whales hear each other?', 'A channel for sound in the ocean'],
  ['reading for blind people', 'Reading with the fingertips'],
  ['what makes toast brown', 'Why crusts turn brown'],
  ['a bird sleeping in the air', 'Birds that sleep in the air'],
])('finds the right document first for "%s"', async (query, title) => {
  const { input, button, results } = await openSearch();
  await input.fill(query);
  await button.click();

  await results.waitFor();
  expect(await results.getByRole('heading').first().textContent()).toBe(title);
  expect(await results.getByRole('listitem').count()).toBe(5);
  expect(await results.textContent()).toContain('transport native');
});

test('runs a suggested search', async () => {
  const { page, input, results } = await openSearch();
  const suggestion = page.getByRole('button', { name: /blind people/ });
  const query = await suggestion.textContent();
  await suggestion.click();
  await results.waitFor();

  expect(await input.inputValue()).toBe(query);
  expect(await results.getByRole('heading').first().textContent()).toBe(
    'Reading with the fingertips',
  );
});

test('shows on a map what was found, and what is near', async () => {
  const { input, results } = await openSearch();
  await input.fill('whales');
  await input.press('Enter');
  const map = results.getByRole('img', { name: /among 48 texts/ });
  await map.locator('svg').waitFor();

  expect(await map.locator('text').allTextContents()).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
  ]);
  // The dot of the best text tells what it is.
  await map.locator('text', { hasText: '1' }).hover({ force: true });
  await map.getByText('A channel for').waitFor();
});

test('places a text where its own embedding is', async () => {
  const text = `${corpus[20]?.title}. ${corpus[20]?.text}`;
  const response = await fetch(
    `${app.origin}/api/search?${new URLSearchParams({ query: text })}`,
  );
  const { map } = pictureSchema.parse(await response.json());
  const places = map.documents.map(({ x, y }) => [x, y]);
  const spread = (axis: 'x' | 'y') =>
    map.documents.reduce((sum, document) => sum + document[axis] ** 2, 0);

  expect(map.query.x).toBeCloseTo(map.documents[20]?.x ?? Number.NaN, 5);
  expect(map.query.y).toBeCloseTo(map.documents[20]?.y ?? Number.NaN, 5);
  expect(new Set(places.map(String)).size).toBe(corpus.length);
  // The first axis is the one in which they differ most.
  expect(spread('x')).toBeGreaterThan(spread('y'));
  expect(map.shown).toBeGreaterThan(2 / corpus.length);
  expect(map.shown).toBeLessThan(1);
});

test('says in plain words what went wrong, and tries again', async () => {
  const { page, complaints, input, results } = await openSearch();
  app.local.behave(() => ({ status: 403 }));
  await input.fill('whales');
  await input.press('Enter');
  await page
    .getByText('Baseten does not accept the API key. Check BASETEN_API_KEY.')
    .waitFor();
  expect(complaints.splice(0)).toEqual([expect.stringContaining('502')]);

  app.local.reset();
  await page.getByRole('button', { name: 'Try again' }).click();
  await results.waitFor();
});

test('can be used by keyboard alone', async () => {
  const { page, results } = await openSearch();
  await pressKeys(page, ['Tab', 'Enter', 'Tab']);
  expect(await focusedText(page)).toBe('What are you looking for?');
  await page.keyboard.type('whales');
  await pressKeys(page, ['Tab']);
  expect(await focusedText(page)).toBe('Search');
  await pressKeys(page, ['Enter']);
  await results.waitFor();

  expect(await page.getByRole('status').textContent()).toBe(
    '5 results for whales',
  );
});

test.each(['light', 'dark'] as const)(
  'has no accessibility fault that axe finds, %s',
  async colorScheme => {
    const { page } = await open(`${app.origin}/search`, { colorScheme });
    expect(await findViolations(page)).toEqual([]);

    await page.getByRole('button', { name: /whales/ }).click();
    await page.getByRole('region', { name: 'Results' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
  },
);

test('fits a phone', async () => {
  const { page } = await open(`${app.origin}/search`, {
    viewport: { width: 320, height: 640 },
  });
  await page.getByRole('button', { name: /whales/ }).click();
  await page.getByRole('region', { name: 'Results' }).waitFor();

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
    320,
  );
});
