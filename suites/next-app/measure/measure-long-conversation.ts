import type { Browser, Page } from 'playwright-core';
import { median } from '../../lib/median';
import { chatPage } from '../support/chat-page';
import { DEVICES, type Device, slowDown } from './devices';
import { longestFrame } from './longest-frame';
import { storeConversation } from './store-conversation';

const ROUNDS = 3;
const TYPED = 'How fast is it to write a message here?';

/** A build of the example that is running. */
interface RunningBuild {
  name: string;
  origin: string;
}

interface Figures {
  opened: number;
  typing: number;
  answer: number;
  scrolling: number;
}

/**
 * A row per device, length and build: what it takes to open a conversation, and
 * the longest frame while someone types in it at once, while an answer streams,
 * and while all of it is scrolled through. Each is the median of three rounds,
 * in which the builds take turns.
 */
export async function measureLongConversation(
  browser: Browser,
  builds: RunningBuild[],
  lengths: number[],
) {
  const rows = [];
  for (const device of DEVICES) {
    for (const messages of lengths) {
      const rounds = builds.map((): Figures[] => []);
      for (let round = 0; round < ROUNDS; round++) {
        for (const [index, { origin }] of builds.entries()) {
          rounds[index]?.push(
            await measureOnce(browser, origin, device, messages),
          );
        }
      }
      for (const [index, { name }] of builds.entries()) {
        const medianOf = (figure: keyof Figures) =>
          Math.round(
            median((rounds[index] ?? []).map(figures => figures[figure])),
          );
        rows.push({
          device: device.name,
          messages,
          build: name,
          'opened ms': medianOf('opened'),
          'longest frame ms: typing': medianOf('typing'),
          answer: medianOf('answer'),
          scrolling: medianOf('scrolling'),
        });
      }
    }
  }
  return rows;
}

async function measureOnce(
  browser: Browser,
  origin: string,
  device: Device,
  messages: number,
): Promise<Figures> {
  const context = await browser.newContext(device.options);
  const page = await context.newPage();
  // esbuild calls it in functions that it hands to the page.
  await page.addInitScript('globalThis.__name = value => value');
  await page.goto(origin);
  await storeConversation(page, messages);
  await page.reload({ waitUntil: 'networkidle' });
  await slowDown(page, { ...device, network: undefined });

  const opened = await open(page, messages);
  const typing = await longestFrame(page, async () => {
    await page.keyboard.type(TYPED, { delay: 30 });
  });
  await chatPage(page).input.fill('Count from 1 to 200.');
  const answer = await longestFrame(page, async () => {
    await page.keyboard.press('Enter');
    await waitForAnswer(page, '199, 200');
  });
  const scrolling = await longestFrame(page, () => scrollToStart(page));
  await context.close();
  return { opened, typing, answer, scrolling };
}

/** Milliseconds from the click on its name until the last message is painted. */
async function open(page: Page, messages: number): Promise<number> {
  const menu = page.getByRole('button', { name: 'Conversations' });
  if (await menu.isVisible()) await menu.click();
  const link = page
    .getByRole('link', { name: `${messages} messages` })
    .filter({ visible: true });
  await page.evaluate(
    text => {
      document.addEventListener(
        'click',
        ({ timeStamp }) => {
          const look = () => {
            const last = [...document.getElementsByTagName('article')].at(-1);
            const { bottom = 0 } = last?.getBoundingClientRect() ?? {};
            const isShown =
              last?.querySelector('.markdown')?.textContent.includes(text) &&
              bottom > 0 &&
              bottom <= window.innerHeight;
            if (!isShown) return requestAnimationFrame(look);
            // Comes after the frame.
            return setTimeout(() =>
              Reflect.set(window, 'opened', performance.now() - timeStamp),
            );
          };
          look();
        },
        { capture: true, once: true },
      );
    },
    `Answer ${messages - 1}.`,
  );
  await link.click();
  const opened = await page.waitForFunction((): number | undefined =>
    Reflect.get(window, 'opened'),
  );
  await page.locator('#message').focus();
  return (await opened.jsonValue()) ?? Number.NaN;
}

/** A locator by role would hold up the page: it looks at all that is in it. */
async function waitForAnswer(page: Page, ending: string): Promise<void> {
  await page.waitForFunction(text => {
    const last = [...document.getElementsByTagName('article')].at(-1);
    return (
      last?.querySelector('.facts') &&
      last.querySelector('.markdown')?.textContent.endsWith(text)
    );
  }, ending);
}

/** A quarter of a screen per frame. */
async function scrollToStart(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const scroll = () => {
          if (window.scrollY === 0) return resolve();
          window.scrollBy({ top: -window.innerHeight / 4 });
          return requestAnimationFrame(scroll);
        };
        scroll();
      }),
  );
}
