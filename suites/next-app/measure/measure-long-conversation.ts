import type { Browser, Page } from 'playwright-core';
import { chatPage } from '../support/chat-page';
import { DEVICES, slowDown } from './devices';
import { storeConversation } from './store-conversation';

const TYPED = 'How fast is it to write a message here?';

/** A row per device and length: opening it, typing and streaming in it. */
export async function measureLongConversation(
  browser: Browser,
  origin: string,
) {
  const rows = [];
  for (const device of DEVICES) {
    for (const messages of [2, 500]) {
      const context = await browser.newContext(device.options);
      const page = await context.newPage();
      // esbuild calls it in functions that it hands to the page.
      await page.addInitScript('globalThis.__name = value => value');
      await page.goto(origin);
      const path = await storeConversation(page, messages);
      await slowDown(page, { ...device, network: undefined });

      const start = performance.now();
      await page.goto(origin + path);
      await page.getByText(`Answer ${messages - 1}.`).waitFor();
      const opening = performance.now() - start;
      await page.waitForLoadState('networkidle');
      const keys = await typeText(page);
      const answer = await streamAnswer(page);
      await context.close();
      rows.push({
        device: device.name,
        messages,
        'opened ms': Math.round(opening),
        'key to paint ms, median': keys.median,
        'longest ms': keys.longest,
        'answer s': answer.seconds,
        'longest frame in it ms': answer.longestFrame,
      });
    }
  }
  return rows;
}

/** From each key to what is painted next. */
async function typeText(page: Page) {
  const { input } = chatPage(page);
  await input.focus();
  await page.evaluate(() => {
    const times: number[] = [];
    Reflect.set(window, 'times', times);
    document.addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => {
        // Comes after the frame.
        setTimeout(() => times.push(performance.now() - timeStamp));
      });
    });
  });
  await page.keyboard.type(TYPED, { delay: 30 });
  await page.waitForTimeout(200);
  const times = await page.evaluate((): number[] =>
    Reflect.get(window, 'times'),
  );
  const sorted = [...times].sort((one, other) => one - other);
  await input.fill('');
  return {
    median: Math.round(sorted[sorted.length >> 1] ?? Number.NaN),
    longest: Math.round(sorted.at(-1) ?? Number.NaN),
  };
}

async function streamAnswer(page: Page) {
  const { send, waitForEnd } = chatPage(page);
  await page.evaluate(() => {
    let longest = 0;
    let last = performance.now();
    const tick = (now: number) => {
      longest = Math.max(longest, now - last);
      last = now;
      Reflect.set(window, 'longestFrame', longest);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const start = performance.now();
  await send('Count from 1 to 200.');
  await waitForEnd();
  const seconds = (performance.now() - start) / 1000;
  const longest = await page.evaluate((): number =>
    Reflect.get(window, 'longestFrame'),
  );
  return { seconds: seconds.toFixed(1), longestFrame: Math.round(longest) };
}
