import { expect, test } from 'vitest';
import { chatPage } from './support/chat-page';
import { findViolations } from './support/find-violations';
import { focusedText, pressKeys } from './support/keyboard';
import { useApp } from './support/use-app';
import { useBrowser } from './support/use-browser';

const app = useApp({ tokenDelayMilliseconds: 0 });
const open = useBrowser();

const lastBody = () => app.local.requests.at(-1)?.body;

test('says what each model can do, asks the one chosen, and keeps the choice', async () => {
  const { page } = await open(app.origin);
  await page.getByRole('button', { name: 'Model: gpt-oss 120B' }).click();
  const model = page.getByRole('button', { name: 'Kimi K3' });
  expect(await model.textContent()).toBe(
    'Kimi K3Images1M context · $3.00 in, $15.00 outReasoning: off, low, high, maximal',
  );
  await model.click();
  await page.getByLabel('Reasoning').selectOption('Maximal');
  await page.reload();
  await page.getByRole('button', { name: 'Model: Kimi K3' }).waitFor();

  const { answer, send, waitForEnd } = chatPage(page);
  await send('Say "hello".');
  await waitForEnd();
  expect(lastBody()).toMatchObject({
    model: 'moonshotai/Kimi-K3',
    reasoning_effort: 'max',
  });
  expect(await answer.locator('.facts').textContent()).toContain('Kimi K3');
});

test('offers the levels of reasoning that the model has', async () => {
  const { page } = await open(app.origin);
  const levels = () =>
    page.getByLabel('Reasoning').locator('option').allTextContents();
  await page.getByLabel('Reasoning').selectOption('Minimal');
  await page.getByRole('button', { name: 'Model:' }).click();
  await page.getByRole('button', { name: 'GLM 5.2' }).click();

  expect(await levels()).toEqual(['Default', 'Off', 'High', 'Maximal']);
  const { send, waitForEnd } = chatPage(page);
  await send('Say "hello".');
  await waitForEnd();
  expect(lastBody()).not.toHaveProperty('reasoning_effort');
});

test('asks no model that the page does not offer', async () => {
  const response = await fetch(`${app.origin}/api/chat`, {
    method: 'POST',
    body: JSON.stringify({ messages: [], modelId: 'some/very-dear-model' }),
  });

  expect(response.status).toBe(400);
  expect(app.local.requests).toEqual([]);
});

test('says what an answer costs', async () => {
  const { page } = await open(app.origin);
  const { answer, send, waitForEnd } = chatPage(page);
  app.local.behave(() => ({
    stream: {
      events: streamOf({ content: 'Hello' }, 'stop', {
        prompt_tokens: 1000,
        completion_tokens: 400,
      }),
    },
  }));
  await send('Hello!');
  await waitForEnd();

  // 1000 tokens at $0.10 and 400 at $0.50 for a million.
  expect(await answer.locator('.facts').textContent()).toBe(
    'gpt-oss 120B · Node.js · 1,400 tokens · $0.0003',
  );
});

test('explains answers that are empty or have no end', async () => {
  const { page } = await open(app.origin);
  const { answer, send, waitForEnd } = chatPage(page);
  const noteFor = async (delta: object, finishReason: string) => {
    app.local.behave(() => ({
      stream: { events: streamOf(delta, finishReason) },
    }));
    await send('Tell me a long story.');
    await waitForEnd();
    return await answer.locator('.note').textContent();
  };

  expect(await noteFor({ reasoning_content: 'Hm.' }, 'length')).toBe(
    'The model used all of its 8,192 tokens for reasoning, and none were left for an answer. Choose a lower level of reasoning, or ask for less at once.',
  );
  expect(await noteFor({ content: 'Once upon a' }, 'length')).toBe(
    'The answer ends here: it reached the limit of 8,192 tokens.',
  );
  expect(await noteFor({ content: '' }, 'stop')).toBe(
    'The model answered with nothing. Try again.',
  );
  expect(await findViolations(page)).toEqual([]);
});

test('shows the words of the server', async () => {
  const { page } = await open(app.origin);
  const { input } = chatPage(page);
  const wordsFor = async (status: number, error: string) => {
    app.local.behave(() => ({
      status,
      body: { error },
      headers: { 'retry-after-ms': '1' },
    }));
    await input.fill('Hello!');
    await input.press('Enter');
    const notice = page.getByRole('alert').filter({ hasText: error });
    await notice.waitFor();
    return await notice.locator('p').textContent();
  };

  expect(await wordsFor(400, 'No such tool choice')).toBe(
    'Baseten refused the request. It says: “No such tool choice”',
  );
  expect(await wordsFor(401, 'No such key')).toMatch(
    /^Baseten does not accept the API key\. .* It says: “No such key/,
  );
  expect(await wordsFor(402, 'Card expired')).toBe(
    'Baseten asks for a payment. See the billing page of your workspace. It says: “Card expired”',
  );
  expect(await wordsFor(429, '60 requests a minute')).toBe(
    'Too many requests at once. Wait a moment, then try again. It says: “60 requests a minute”',
  );
});

test.each(['light', 'dark'] as const)(
  'has no accessibility fault that axe finds among the models, %s',
  async colorScheme => {
    const { page } = await open(app.origin, { colorScheme });
    await page.getByRole('button', { name: 'Model:' }).click();
    await page.getByRole('dialog').waitFor();

    expect(await findViolations(page)).toEqual([]);
  },
);

test('chooses a model by keyboard, and gives the focus back', async () => {
  const { page } = await open(app.origin);
  await page.getByRole('button', { name: 'Model:' }).focus();
  await pressKeys(page, ['Enter', 'Escape']);
  expect(await focusedText(page)).toBe('Model: gpt-oss 120B');

  await pressKeys(page, ['Enter', 'Tab', 'Tab', 'Enter']);
  expect(await focusedText(page)).toBe('Model: DeepSeek V4.1 Flash');
});

/** A stream with one piece of an answer. */
function streamOf(
  delta: object,
  finishReason: string,
  usage = { prompt_tokens: 10, completion_tokens: 8192 },
) {
  return [
    { choices: [{ index: 0, delta }] },
    { choices: [{ index: 0, delta: {}, finish_reason: finishReason }], usage },
    '[DONE]',
  ];
}
