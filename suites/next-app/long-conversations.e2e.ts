import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { storeConversation } from './measure/store-conversation';
import { chatPage } from './support/chat-page';
import { findViolations } from './support/find-violations';
import { useApp } from './support/use-app';
import { useBrowser } from './support/use-browser';

const app = useApp({ tokenDelayMilliseconds: 1 });
const open = useBrowser();

const openLong = async (messages: number) => {
  const { page } = await open(app.origin);
  const path = await storeConversation(page, messages);
  await page.goto(app.origin + path);
  const last = page.getByText(`Answer ${messages - 1}.`, { exact: true });
  await expectInView(last);
  return { page, last };
};

test('opens a conversation of 500 messages at its end', async () => {
  const { page, last } = await openLong(500);
  const { answer, send, waitForEnd } = chatPage(page);
  expect(await page.getByRole('article').count()).toBe(500);
  await expectAtEnd(page);
  expect(await answer.getByRole('table').isVisible()).toBe(true);

  await page.reload();
  await expectInView(last);
  await expectAtEnd(page);

  await send('Say "hello".');
  await waitForEnd();
  expect(await page.getByRole('article').count()).toBe(502);
  await expectInView(page.getByText('hello', { exact: true }));
  expect(await announces(answer)).toBe(true);
  await expectAtEnd(page);
});

test('formats answers when they are about to be seen, and announces it to nobody', async () => {
  const { page } = await openLong(500);
  const formatted = page.locator('.message > .markdown');
  const first = page.getByRole('article').nth(1);
  expect(await formatted.count()).toBeLessThan(50);
  expect(await first.textContent()).toContain('**Answer 1.** Some words');

  await page.evaluate(() => window.scrollTo({ top: 0 }));
  await first.getByRole('table').waitFor();
  expect(await first.textContent()).toContain('Answer 1. Some words');
  expect(await announces(first)).toBe(false);
  expect(await formatted.count()).toBeLessThan(50);
});

test('lets the browser find what is out of sight', async () => {
  const { page } = await openLong(500);
  const found = await page.evaluate((): boolean =>
    Reflect.get(window, 'find').call(window, 'Question 42?'),
  );

  expect(found).toBe(true);
  await expectInView(page.getByText('Question 42?'));
  await page.getByRole('article').nth(43).getByRole('table').waitFor();
});

test('edits a message far above the end', async () => {
  const { page } = await openLong(500);
  const question = page.getByRole('article').nth(40);
  await question.getByRole('button', { name: 'Edit' }).click();
  const editor = page.getByLabel('Edited message');
  await expectInView(editor);
  await editor.fill('Say "better".');
  await editor.press('Enter');
  await page.getByText('better', { exact: true }).waitFor();
  await chatPage(page).waitForEnd();

  expect(await page.getByRole('article').count()).toBe(42);
  await expectAtEnd(page);
});

test('has no accessibility fault that axe finds, formatted or not yet', async () => {
  const { page } = await openLong(100);
  expect(await page.locator('.message > .markdown').count()).toBeLessThan(50);
  expect(await findViolations(page)).toEqual([]);

  await page.evaluate(() => window.scrollTo({ top: 0 }));
  await page.getByRole('article').nth(1).getByRole('table').waitFor();
  expect(await findViolations(page)).toEqual([]);
});

test.each([0, 500])(
  'keeps the end of a growing answer in view, after %i messages',
  async messages => {
    const { page } =
      messages === 0 ? await open(app.origin) : await openLong(messages);
    const { answer, send, waitForEnd } = chatPage(page);
    await send('Count from 1 to 1200.');
    await answer.getByText('449, 450').waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    await expectAtEnd(page);
    await waitForEnd();
    await expectAtEnd(page);
  },
);

test('leaves in peace who scrolls up while an answer grows', async () => {
  const { page } = await openLong(500);
  const { answer, send, stopButton } = chatPage(page);
  await send('Count from 1 to 20000.');
  await answer.getByText('9, 10').waitFor();
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, -600);
  await expect.poll(() => distanceToEnd(page)).toBeGreaterThan(300);

  const read = page.getByRole('article').nth(await indexInView(page));
  const top = await settledTop(read);
  await answer.getByText('899, 900').waitFor({ state: 'attached' });
  expect(await settledTop(read)).toBeCloseTo(top, 0);

  // Who comes back follows again.
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 10_000);
      return await distanceToEnd(page);
    })
    .toBeLessThan(30);
  const shown = await answer.textContent();
  await expect.poll(() => answer.textContent()).not.toBe(shown);
  await expectAtEnd(page);
  await stopButton.click();
});

/** Whether a screen reader is told of what changes in a message. */
function announces(message: Locator): Promise<boolean> {
  return message.evaluate(
    element =>
      element.closest('[aria-live], [role=log]')?.getAttribute('role') ===
      'log',
  );
}

function distanceToEnd(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      document.documentElement.scrollHeight -
      window.scrollY -
      window.innerHeight,
  );
}

async function expectAtEnd(page: Page): Promise<void> {
  await expect
    .poll(() => distanceToEnd(page), { timeout: 10_000 })
    .toBeLessThan(30);
}

async function expectInView(locator: Locator): Promise<void> {
  await locator.waitFor();
  await expect
    .poll(
      () =>
        locator.evaluate(element => {
          const { top, bottom } = element.getBoundingClientRect();
          return top >= 0 && bottom <= window.innerHeight;
        }),
      { timeout: 10_000 },
    )
    .toBe(true);
}

/** Which message is the first that is seen whole. */
function indexInView(page: Page): Promise<number> {
  return page.evaluate(() =>
    [...document.getElementsByTagName('article')].findIndex(
      // Below the header.
      article => article.getBoundingClientRect().top > 80,
    ),
  );
}

/** Where an element is when it has come to rest. */
async function settledTop(locator: Locator): Promise<number> {
  let before = Number.NaN;
  while (true) {
    const { y } = (await locator.boundingBox()) ?? { y: Number.NaN };
    if (y === before) return y;
    before = y;
    await locator.page().waitForTimeout(200);
  }
}
