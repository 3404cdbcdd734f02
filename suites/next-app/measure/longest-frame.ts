import type { Page } from 'playwright-core';

/** Milliseconds of the longest frame of a page while something is done to it. */
export async function longestFrame(
  page: Page,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(() => {
    let last = performance.now();
    Reflect.set(window, 'longestFrame', 0);
    const tick = (now: number) => {
      const longest: number | undefined = Reflect.get(window, 'longestFrame');
      if (longest === undefined) return;
      Reflect.set(window, 'longestFrame', Math.max(longest, now - last));
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await act();
  return await page.evaluate((): number => {
    const longest: number = Reflect.get(window, 'longestFrame');
    // Ends it.
    Reflect.deleteProperty(window, 'longestFrame');
    return longest;
  });
}
