import type { Browser, Page } from 'playwright-core';
import { chatPage } from '../support/chat-page';
import { findViolations } from '../support/find-violations';
import { DEVICES, slowDown } from './devices';

/** What a page is brought to after it was loaded. */
type Act = (page: Page) => Promise<void>;

const STATES: ReadonlyArray<[name: string, path: string, act: Act]> = [
  ['empty chat', '/', async () => {}],
  [
    'chat with code and a table',
    '/',
    async page => {
      const { answer, send, waitForEnd } = chatPage(page);
      await send('Show me code and a table in Markdown.');
      await waitForEnd();
      await answer.locator('.hljs-keyword').first().waitFor();
    },
  ],
  [
    'choice of models',
    '/',
    async page => {
      await page.getByRole('button', { name: 'Model:' }).click();
    },
  ],
  ['empty search', '/search', async () => {}],
  [
    'search with results',
    '/search',
    async page => {
      await page.getByRole('button', { name: /whales/ }).click();
      await page.locator('.map svg').waitFor();
    },
  ],
];

/** A row per page, state and device. */
export async function measureLoading(browser: Browser, origin: string) {
  const rows = [];
  for (const device of DEVICES) {
    for (const [state, path, act] of STATES) {
      let violations = 0;
      let figures = { paint: 0, script: 0 };
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({
          ...device.options,
          colorScheme,
        });
        const page = await context.newPage();
        await slowDown(page, device);
        await page.goto(origin + path, { waitUntil: 'networkidle' });
        const paint = await largestPaint(page);
        await act(page);
        figures = { paint, script: await scriptBytes(page) };
        violations += (await findViolations(page)).length;
        await context.close();
      }
      rows.push({
        device: device.name,
        page: state,
        'axe violations': violations,
        'largest paint ms': Math.round(figures.paint),
        'script kB': (figures.script / 1000).toFixed(0),
      });
    }
  }
  return rows;
}

async function largestPaint(page: Page): Promise<number> {
  return await page.evaluate(
    () =>
      new Promise<number>(resolve => {
        new PerformanceObserver(list => {
          resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

/** Bytes of all scripts up to now, as they were sent. */
async function scriptBytes(page: Page): Promise<number> {
  return await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(entry => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
}
