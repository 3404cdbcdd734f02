import type { Page } from 'playwright-core';

/** Presses keys one after the other. */
export async function pressKeys(page: Page, keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The text or label of what has the focus. */
export async function focusedText(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const element = document.activeElement;
    const label =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement
        ? element.labels?.[0]
        : undefined;
    return (label ?? element)?.textContent?.trim() ?? '';
  });
}
