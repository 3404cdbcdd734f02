import { expect, test } from 'vitest';
import { chatPage } from './support/chat-page';
import { findViolations } from './support/find-violations';
import { useApp } from './support/use-app';
import { useBrowser } from './support/use-browser';

const app = useApp({ tokenDelayMilliseconds: 2 });
const open = useBrowser();

test('shows code in colours, and copies it', async () => {
  const { page } = await open(app.origin, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { answer, send, waitForEnd } = chatPage(page);
  await send('Show me code in Markdown.');
  await waitForEnd();

  const code = answer.locator('pre code');
  await code.locator('.hljs-keyword').getByText('function').waitFor();
  await answer.getByRole('button', { name: 'Copy code' }).click();
  await answer.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await code.textContent(),
  );
});

test('shows tables, lists and headings, the first below the page title', async () => {
  const { page } = await open(app.origin);
  const { answer, send, waitForEnd } = chatPage(page);
  await send('Show me a table in Markdown.');
  await waitForEnd();

  expect(await answer.getByRole('columnheader').allTextContents()).toEqual([
    'algorithm',
    'average',
    'worst',
    'memory',
  ]);
  expect(await answer.getByRole('row').count()).toBe(4);
  expect(await answer.getByRole('listitem').count()).toBe(2);
  await answer.getByRole('heading', { level: 3 }).waitFor();
});

test('formats words while they stream, before their marks are closed', async () => {
  const { page } = await open(app.origin);
  const { answer, send, waitForEnd, watchAnswer } = chatPage(page);
  // What formats answers is loaded with the first.
  await send('Say "hello".');
  await answer.locator('.markdown').waitFor();
  await waitForEnd();
  await send(
    `Say "All of **the words between the stars** are ${'bold. '.repeat(300)}"`,
  );
  const states = await watchAnswer();

  expect(states.length).toBeGreaterThan(3);
  expect(states.filter(state => /\*\w/.test(state))).toEqual([]);
});

test('runs nothing that an answer says, and fetches nothing it names', async () => {
  const { page } = await open(app.origin);
  const { answer, send, waitForEnd } = chatPage(page);
  const elsewhere: string[] = [];
  page.on('request', request => {
    if (!request.url().includes('/api/')) elsewhere.push(request.url());
  });
  await send(
    `Say "<img src=/stolen onerror=alert(1)><script>alert(2)</script>

![a picture](https://example.com/stolen?words) [a script](javascript:alert(3)) [data](data:text/html,x) [a page](https://example.com/page)"`,
  );
  await waitForEnd();

  await answer.locator('.markdown a').first().waitFor();
  expect(await answer.locator('img, script, iframe').count()).toBe(0);
  expect(
    await answer
      .locator('.markdown a')
      .evaluateAll(links => links.map(link => link.getAttribute('href'))),
  ).toEqual(['https://example.com/stolen?words', 'https://example.com/page']);
  expect(elsewhere.filter(url => /stolen|example/.test(url))).toEqual([]);
});

test.each(['light', 'dark'] as const)(
  'has no accessibility fault that axe finds, %s',
  async colorScheme => {
    const { page } = await open(app.origin, { colorScheme });
    const { answer, send, waitForEnd } = chatPage(page);
    await send('Show me code and a table in Markdown.');
    await waitForEnd();
    await answer.locator('.hljs-keyword').first().waitFor();
    expect(await findViolations(page)).toEqual([]);

    await send(
      `Say "#### Late

- [x] done
- [ ] not done

# Early

A note[^1] and \`code\`.

[^1]: At the foot.

| ${'a very wide column |'.repeat(20)}
|${'---|'.repeat(20)}"`,
    );
    await waitForEnd();
    expect(await findViolations(page)).toEqual([]);
  },
);

test('scrolls what is wider than a phone', async () => {
  const { page } = await open(app.origin, {
    viewport: { width: 320, height: 640 },
  });
  const { send, waitForEnd } = chatPage(page);
  await send('Show me code and a table in Markdown.');
  await waitForEnd();

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
    320,
  );
});
