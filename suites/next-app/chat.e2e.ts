import { describe, expect, test } from 'vitest';
import { chatPage } from './support/chat-page';
import { findViolations } from './support/find-violations';
import { focusedText, pressKeys } from './support/keyboard';
import { useApp } from './support/use-app';
import { useBrowser } from './support/use-browser';

const app = useApp();
const open = useBrowser();

describe.each(['Node.js', 'Edge'])('on the %s runtime', runtime => {
  const openChat = async () => {
    const { page } = await open(app.origin);
    const chat = chatPage(page);
    await chat.chooseRuntime(runtime);
    return { page, ...chat };
  };

  test('shows an answer as it streams', async () => {
    const chat = await openChat();
    await chat.send('Count from 1 to 200.');
    const states = await chat.watchAnswer();

    expect(states.length).toBeGreaterThan(3);
    for (const [index, state] of states.entries()) {
      expect(state.startsWith(states[index - 1] ?? '')).toBe(true);
    }
    expect(states.at(-1)).toMatch(/^1, 2, .*199, 200$/);
    expect(await chat.facts.textContent()).toMatch(
      new RegExp(`^gpt-oss 120B · ${runtime} · [\\d,]+ tokens · \\$0\\.\\d+$`),
    );
  });

  test('folds the reasoning away', async () => {
    const { answer, ...chat } = await openChat();
    await chat.send('Say "hello".');
    await chat.waitForEnd();
    const thought = answer.getByText('The user wants to know');

    expect(await thought.isVisible()).toBe(false);
    await answer.getByText('Thoughts').click();
    expect(await thought.isVisible()).toBe(true);
  });

  test('shows the calls of tools and what came of them', async () => {
    const { answer, ...chat } = await openChat();
    await chat.send('What is the weather in Lisbon?');
    await chat.waitForEnd();

    const call = answer.locator('.tool-call');
    expect(await call.locator('summary').textContent()).toMatch(
      /^weather Lisbon: \d+ °C and \w+$/,
    );
    await call.locator('summary').click();
    expect(await call.getByText('{"city":"Lisbon"}').isVisible()).toBe(true);

    await chat.send('What is 12 * (7 + 5)?');
    await chat.waitForEnd();
    expect(await answer.locator('.tool-call summary').textContent()).toBe(
      'calculator 12 * (7 + 5) = 144',
    );
  });

  test('stops an answer midway, at Baseten as well', async () => {
    const { page, answer, input, ...chat } = await openChat();
    await chat.send('Count from 1 to 2000.');
    await answer.getByText('9, 10').waitFor();
    await chat.stopButton.click();
    await chat.waitForEnd();
    // What had come before the stop is drawn within 50 ms.
    await page.waitForTimeout(100);

    const stopped = await answer.textContent();
    expect(await chat.facts.textContent()).toBe('Not complete');
    await expect
      .poll(() => app.local.requests.at(-1)?.aborted, { timeout: 5000 })
      .toBe(true);
    await page.waitForTimeout(300);
    expect(await answer.textContent()).toBe(stopped);

    expect(await input.evaluate(isFocused)).toBe(true);
    await chat.send('Say "still here".');
    await chat.waitForEnd();
    expect(await answer.textContent()).toContain('still here');
  });

  test('says in plain words what went wrong, and tries again', async () => {
    const { page, answer, ...chat } = await openChat();
    app.local.behave(() => ({ status: 403 }));
    await chat.send('Say "hello".');
    const alert = page.getByRole('alert').filter({ hasText: 'Baseten' });

    expect(await alert.locator('p').textContent()).toBe(
      'Baseten does not accept the API key. Check BASETEN_API_KEY. It says: “please check the api-key you provided. The API key came from the BASETEN_API_KEY environment variable.”',
    );
    expect(await page.content()).not.toContain(app.local.apiKey);

    app.local.reset();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await chat.waitForEnd();
    await answer.getByText('hello').waitFor();
    expect(await alert.isVisible()).toBe(false);
  });

  test('says so when an answer breaks off', async () => {
    const { page, ...chat } = await openChat();
    app.local.behave(() => ({ cut: 'in-body' }));
    await chat.send('Count from 1 to 40.');
    const button = page.getByRole('button', { name: 'Try again' });
    await button.waitFor();

    app.local.reset();
    await button.click();
    await chat.answer.getByText(/^1, 2, .*39, 40$/).waitFor();
    expect(await button.isVisible()).toBe(false);
  });
});

test('says so when the server is gone', async () => {
  const { page, complaints } = await open(app.origin);
  await page.context().setOffline(true);
  await chatPage(page).send('Hello!');

  await page.getByText('The connection to the server was lost.').waitFor();
  // The page may ask for more than the answer.
  expect([...new Set(complaints.splice(0))]).toEqual([
    expect.stringContaining('ERR_INTERNET_DISCONNECTED'),
  ]);
});

test('can be used by keyboard alone', async () => {
  const { page } = await open(app.origin);
  const { answer, waitForEnd } = chatPage(page);
  const press = (...keys: string[]) => pressKeys(page, keys);

  await press('Tab');
  expect(await focusedText(page)).toBe('Skip to content');
  await press('Enter', 'Tab');
  expect(await focusedText(page)).toBe('Conversations');
  await press('Tab');
  expect(await focusedText(page)).toBe('What is the weather in Lisbon?');
  await press('Enter');
  await waitForEnd();

  // Back from the input, by what can be done with the answer, to its thoughts.
  await press('Shift+Tab', 'Shift+Tab');
  expect(await focusedText(page)).toBe('Answer again');
  await press('Shift+Tab', 'Shift+Tab', 'Shift+Tab');
  expect(await focusedText(page)).toBe('Thoughts');
  await press('Enter');
  await answer.getByText('The user wants to know').last().waitFor();

  await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab');
  await page.keyboard.type('Count from 1 to 2000.');
  await press('Enter');
  await answer.getByText('9, 10').waitFor();
  await press('Tab');
  expect(await focusedText(page)).toBe('Stop');
  await press('Enter');
  await waitForEnd();

  await page.keyboard.type('Count from 1 to 2000.');
  await press('Enter');
  await answer.getByText('9, 10').waitFor();
  await press('Escape');
  await waitForEnd();
});

test.each(['light', 'dark'] as const)(
  'has no accessibility fault that axe finds, %s',
  async colorScheme => {
    const { page } = await open(app.origin, { colorScheme });
    expect(await findViolations(page)).toEqual([]);

    const { answer, send, waitForEnd } = chatPage(page);
    await send('What is the weather in Lisbon?');
    expect(await findViolations(page)).toEqual([]);
    await waitForEnd();
    await answer.locator('summary').first().click();
    await answer.locator('.tool-call summary').click();
    expect(await findViolations(page)).toEqual([]);

    app.local.behave(() => ({ status: 403 }));
    await send('Hello!');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
  },
);

test('fits a phone', async () => {
  const { page } = await open(app.origin, {
    viewport: { width: 320, height: 640 },
  });
  const { send, waitForEnd } = chatPage(page);
  await send(`Say "${'long'.repeat(60)}".`);
  await waitForEnd();

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
    320,
  );
});

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}
