/**
 * Takes the screenshots of the example's README from a running app:
 *
 *     npx tsx suites/next-app/take-screenshots.ts http://localhost:3000
 */
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { chatPage } from './support/chat-page';
import { launchChromium } from './support/launch-chromium';

const [origin = 'http://localhost:3000'] = process.argv.slice(2);
const folder = join(import.meta.dirname, '../../examples/next-app/screenshots');
const DESKTOP = { width: 860, height: 790 };
const PHONE = { width: 390, height: 700 };

await using browser = await launchChromium();

await take('chat', '/', { viewport: DESKTOP }, async page => {
  const { answer, send, waitForEnd } = chatPage(page);
  await send('What is the weather in Lisbon?');
  await waitForEnd();
  await send('What is 12 * (7 + 5)?');
  await waitForEnd();
  await answer.locator('.tool-call summary').click();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
});

await take(
  'chat-dark',
  '/',
  { viewport: DESKTOP, colorScheme: 'dark' },
  async page => {
    const { answer, send, waitForEnd } = chatPage(page);
    await send('Say "hello".');
    await waitForEnd();
    await answer.locator('summary').click();
    await send('Count from 1 to 500.');
    await answer.getByText('69, 70').waitFor();
  },
);

await take('search', '/search', { viewport: DESKTOP }, async page => {
  await page.getByRole('button', { name: /blind people/ }).click();
  await page.getByRole('region', { name: 'Results' }).waitFor();
});

await take('phone', '/', { viewport: PHONE, isMobile: true }, async page => {
  const { send, waitForEnd } = chatPage(page);
  await send('What is the weather in Lisbon?');
  await waitForEnd();
});

async function take(
  name: string,
  path: string,
  options: BrowserContextOptions,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  await act(page);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}
