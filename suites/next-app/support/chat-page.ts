import type { Page } from 'playwright-core';

/** What the tests do on the chat page, as a user would. */
export function chatPage(page: Page) {
  const input = page.getByLabel('Message', { exact: true });
  const stopButton = page.getByRole('button', { name: 'Stop' });
  const messages = page.getByRole('article');
  const answer = messages.last();

  return {
    input,
    stopButton,
    /** The last message of the conversation. */
    answer,
    /** Who answered and what it took. */
    facts: answer.locator('.facts'),

    send: async (text: string) => {
      const count = await messages.count();
      await input.fill(text);
      await input.press('Enter');
      await messages.nth(count).waitFor();
    },

    /** Waits until the last message is an answer that is over. */
    waitForEnd: () => answer.locator('.facts').waitFor(),

    chooseRuntime: (name: string) => page.getByLabel(name).check(),

    /** The states of the next answer's text until it is over. */
    watchAnswer: async (): Promise<string[]> => {
      const text = page
        .locator('.message:not(.user) > :is(.markdown, .text)')
        .last();
      await text.waitFor();
      const states: string[] = [];
      while (!(await answer.locator('.facts').isVisible())) {
        states.push((await text.textContent()) ?? '');
        await page.waitForTimeout(30);
      }
      states.push((await text.textContent()) ?? '');
      return [...new Set(states)];
    },
  };
}
