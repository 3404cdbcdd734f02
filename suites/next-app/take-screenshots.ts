/**
 * Takes the screenshots of the example's README, of the app as it was built
 * last by `npm run build` in its folder:
 *
 *     npx tsx suites/next-app/take-screenshots.ts
 */
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { startLocalBaseten } from '../../local-baseten';
import { PROJECT } from '../lib/folders';
import { chatPage } from './support/chat-page';
import { launchChromium } from './support/launch-chromium';
import { startStandalone } from './support/start-app';

const EXAMPLE = join(PROJECT, 'examples/next-app');
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = {
  viewport: { width: 390, height: 780 },
  isMobile: true,
  hasTouch: true,
};
const DARK = { colorScheme: 'dark' } as const;

await using local = await startLocalBaseten({ tokenDelayMilliseconds: 2 });
const app = await startStandalone(join(EXAMPLE, '.next/standalone'), local);
await using browser = await launchChromium();

await take('chat', '/', DESKTOP, async page => {
  await ask(page, 'How tall is Mount Everest? Say "8,849 metres."');
  await startAnew(page);
  await ask(page, 'What is 12 * (7 + 5)?');
  await startAnew(page);
  await ask(page, 'What is the weather in Lisbon?');
  await ask(page, 'Show me code and a table in Markdown.');
});

await take('models', '/', { ...DESKTOP, ...DARK }, async page => {
  await page.getByRole('button', { name: 'Model:' }).click();
});

await take('search', '/search', DESKTOP, searchForWhales);

await take('search-dark', '/search', { ...DESKTOP, ...DARK }, searchForWhales);

await take('phone', '/', PHONE, async page => {
  await ask(page, 'What is the weather in Lisbon?');
  await ask(page, 'What is 12 * (7 + 5)?');
});

await take('phone-dark', '/', { ...PHONE, ...DARK }, async page => {
  await ask(page, 'Show me code and a table in Markdown.');
});

await app.close();

async function ask(page: Page, text: string): Promise<void> {
  const { send, waitForEnd } = chatPage(page);
  await send(text);
  await waitForEnd();
}

async function startAnew(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New conversation' }).click();
  await page.getByRole('heading', { name: 'Ask something' }).waitFor();
}

async function searchForWhales(page: Page): Promise<void> {
  await page.getByRole('button', { name: /whales/ }).click();
  await page.locator('.map svg').waitFor();
}

async function take(
  name: string,
  path: string,
  options: BrowserContextOptions,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(app.origin + path, { waitUntil: 'networkidle' });
  await act(page);
  await page.mouse.move(0, 0);
  // The end of what was drawn is in view.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(EXAMPLE, `screenshots/${name}.png`) });
  await context.close();
}
