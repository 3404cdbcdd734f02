import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from './launch-chromium';

/** A page, and what it said on its console that it should not have. */
export interface OpenedPage {
  page: Page;
  complaints: string[];
}

/**
 * Runs Chromium for the tests of a file.
 *
 * @returns opens a page in a new profile. What any page complains of on its
 * console fails the test, unless the test takes it out of `complaints`.
 */
export function useBrowser(): (
  url: string,
  options?: BrowserContextOptions,
) => Promise<OpenedPage> {
  let browser: Browser;
  let opened: OpenedPage[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    const pages = opened;
    opened = [];
    for (const { page } of pages) await page.context().close();
    expect(pages.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  afterAll(() => browser?.close());

  return async (url, options = {}) => {
    const context = await browser.newContext({
      viewport: { width: 900, height: 700 },
      ...options,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', error => complaints.push(String(error)));
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') {
        complaints.push(message.text());
      }
    });
    opened.push({ page, complaints });
    await page.goto(url, { waitUntil: 'networkidle' });
    return { page, complaints };
  };
}
