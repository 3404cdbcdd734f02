import { expect, test } from 'vitest';
import { chatPage } from './support/chat-page';
import { findViolations } from './support/find-violations';
import { useApp } from './support/use-app';
import { useBrowser } from './support/use-browser';

const app = useApp({ tokenDelayMilliseconds: 0 });
const open = useBrowser();

test('writes down what an audio file says', async () => {
  const spoken = await fetch(`${app.origin}/api/speech`, {
    method: 'POST',
    body: 'The train to Lisbon leaves at nine.',
  });
  expect(spoken.headers.get('content-type')).toBe('audio/wav');
  const buffer = Buffer.from(await spoken.arrayBuffer());

  const { page } = await open(app.origin);
  const { input } = chatPage(page);
  await input.fill('Translate:');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'train.wav', mimeType: 'audio/wav', buffer });

  await expect
    .poll(() => input.inputValue())
    .toBe('Translate: The train to Lisbon leaves at nine.');
});

test('writes down what is said into the microphone', async () => {
  const { page } = await open(app.origin, { permissions: ['microphone'] });
  const { input } = chatPage(page);
  await page.getByRole('button', { name: 'Dictate' }).click();
  const end = page.getByRole('button', { name: 'End of dictation' });
  await end.waitFor();
  await page.waitForTimeout(500);
  expect(await findViolations(page)).toEqual([]);
  await end.click();

  // What the local Baseten hears in any sound that is not its own.
  await expect
    .poll(() => input.inputValue())
    .toMatch(/^This is a sound of \d{4,} bytes\.$/);
});

test('says so when it may not listen, or nothing can be written down', async () => {
  const { page, complaints } = await open(app.origin);
  await page.getByRole('button', { name: 'Dictate' }).click();
  await page.getByText('This page may not use the microphone.').waitFor();

  await page.context().grantPermissions(['microphone']);
  app.local.behave(() => ({ status: 402, body: { error: 'Card expired' } }));
  await page.getByRole('button', { name: 'Dictate' }).click();
  await page.getByRole('button', { name: 'End of dictation' }).click();
  await page.getByText('It says: “Card expired”').waitFor();
  expect(complaints.splice(0)).toEqual([expect.stringContaining('502')]);
});

test('reads an answer out, without its Markdown', async () => {
  const { page } = await open(app.origin);
  const { answer, send, waitForEnd } = chatPage(page);
  await send('Say "Hello to **all** of you."');
  await waitForEnd();
  await answer.getByRole('button', { name: 'Listen' }).click();
  await answer.getByRole('button', { name: 'Silence' }).waitFor();

  await answer.getByRole('button', { name: 'Listen' }).waitFor();
  expect(app.local.requests.at(-1)).toMatchObject({
    path: expect.stringMatching(/\/audio\/speech$/),
    body: { input: 'Hello to all of you.' },
  });
});
