import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chatPage } from './support/chat-page';
import { findViolations } from './support/find-violations';
import { useApp } from './support/use-app';
import { useBrowser } from './support/use-browser';

const app = useApp({ tokenDelayMilliseconds: 1 });
const open = useBrowser();

const WIDE = { viewport: { width: 1280, height: 800 } };

const ask = async (page: Page, text: string) => {
  const { send, waitForEnd } = chatPage(page);
  await send(text);
  await waitForEnd();
};
const texts = (page: Page) =>
  page.locator('.message > .markdown, .bubble > .text').allTextContents();

test('keeps conversations when the page is loaded anew', async () => {
  const { page } = await open(app.origin, WIDE);
  const list = page.getByRole('complementary', { name: 'Conversations' });
  await list.getByText('kept in this browser').waitFor();
  await ask(page, 'Say "first".');
  await list.getByRole('button', { name: 'New conversation' }).click();
  await page.getByRole('heading', { name: 'Ask something' }).waitFor();
  await ask(page, 'Say "second".');
  expect(await list.getByRole('link').allTextContents()).toEqual([
    'Say "second".',
    'Say "first".',
  ]);

  await list.getByRole('link', { name: 'first' }).click();
  await page.getByText('first', { exact: true }).waitFor();
  await list.getByRole('link', { name: 'second' }).click();
  await page.getByText('second', { exact: true }).waitFor();
  await page.reload();
  await page.getByText('second', { exact: true }).waitFor();
  await list.getByRole('link', { name: 'first' }).click();
  await page.getByText('first', { exact: true }).waitFor();
  expect(await page.getByText('second', { exact: true }).count()).toBe(0);
  expect(await findViolations(page)).toEqual([]);

  // What was said before goes along with what is said now.
  await ask(page, 'Say "third".');
  expect(app.local.requests.at(-1)?.body).toMatchObject({
    messages: [
      { role: 'system' },
      { role: 'user', content: 'Say "first".' },
      { role: 'assistant', content: 'first' },
      { role: 'user', content: 'Say "third".' },
    ],
  });
});

test('deletes a conversation when it is pressed twice', async () => {
  const { page } = await open(app.origin, WIDE);
  const list = page.getByRole('complementary', { name: 'Conversations' });
  await ask(page, 'Say "first".');
  await list.getByRole('link', { name: 'first' }).hover();
  await list.getByRole('button', { name: 'Delete' }).click();
  await list.getByRole('button', { name: 'Really delete' }).click();

  await page.getByRole('heading', { name: 'Ask something' }).waitFor();
  await page.reload();
  await list.getByText('kept in this browser').waitFor();
  expect(await list.getByRole('link').count()).toBe(0);
});

test('keeps what came of an answer that the page was left in', async () => {
  const { page } = await open(app.origin);
  const { answer, facts, send } = chatPage(page);
  await send('Count from 1 to 20000.');
  await answer.getByText('400, 401').waitFor();
  await page.waitForTimeout(1500);
  await page.reload();

  await answer.getByText('400, 401').waitFor();
  expect(await facts.textContent()).toBe('Not complete');
  await expect
    .poll(() => app.local.requests.at(-1)?.aborted, { timeout: 5000 })
    .toBe(true);
});

test('lists the conversations on a phone', async () => {
  const { page } = await open(app.origin, {
    viewport: { width: 320, height: 640 },
  });
  await ask(page, `Say "${'long '.repeat(40)}".`);
  await page.getByRole('button', { name: 'Conversations' }).click();
  const dialog = page.getByRole('dialog', { name: 'Conversations' });
  await dialog.getByRole('link').waitFor();

  expect(await findViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
    320,
  );
  await dialog.getByRole('button', { name: 'New conversation' }).click();
  await page.getByRole('heading', { name: 'Ask something' }).waitFor();
});

test('copies messages', async () => {
  const { page } = await open(app.origin, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { answer } = chatPage(page);
  await ask(page, 'Say "**as it was written**".');
  await answer.getByRole('button', { name: 'Copy' }).click();
  await answer.getByRole('button', { name: 'Copied' }).waitFor();

  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    '**as it was written**',
  );
});

test('sends an edited message again, and drops what followed it', async () => {
  const { page } = await open(app.origin);
  await ask(page, 'Say "first".');
  await ask(page, 'Say "second".');
  const question = page.getByRole('article').first();
  await question.hover();
  await question.getByRole('button', { name: 'Edit' }).click();
  const editor = page.getByLabel('Edited message');
  expect(await editor.inputValue()).toBe('Say "first".');
  expect(await findViolations(page)).toEqual([]);

  await editor.press('Escape');
  expect(await page.getByRole('article').count()).toBe(4);
  await question.getByRole('button', { name: 'Edit' }).click();
  await editor.fill('Say "better".');
  await editor.press('Enter');
  await page.getByText('better', { exact: true }).waitFor();
  await chatPage(page).waitForEnd();

  expect(await texts(page)).toEqual(['Say "better".', 'better']);
  expect(app.local.requests.at(-1)?.body).toMatchObject({
    messages: [{ role: 'system' }, { content: 'Say "better".' }],
  });
});

test('answers again', async () => {
  const { page } = await open(app.origin);
  const { answer, waitForEnd } = chatPage(page);
  await ask(page, 'Say "once more".');
  app.local.behave(() => ({
    stream: {
      events: [
        { choices: [{ index: 0, delta: { content: 'another answer' } }] },
        { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
        '[DONE]',
      ],
    },
  }));
  await answer.getByRole('button', { name: 'Answer again' }).click();
  await page.getByText('another answer').waitFor();
  await waitForEnd();

  expect(await texts(page)).toEqual(['Say "once more".', 'another answer']);
});
