import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chatPage } from './support/chat-page';
import { findViolations } from './support/find-violations';
import { useApp } from './support/use-app';
import { useBrowser } from './support/use-browser';

const app = useApp({ tokenDelayMilliseconds: 0 });
const open = useBrowser();

/** One red pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const choose = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

/** URLs of the images in the last request. */
const sentImages = () =>
  [
    ...JSON.stringify(app.local.requests.at(-1)?.body).matchAll(
      /"image_url":\{"url":"([^"]+)"/g,
    ),
  ].map(([, url]) => url ?? '');

test('sends images to a model that takes them, and shows them', async () => {
  const { page } = await open(app.origin);
  const { answer, send, waitForEnd } = chatPage(page);
  await choose(page, 'red.png', 'image/png', PIXEL);
  await page.getByText('gpt-oss 120B takes no images.').waitFor();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use DeepSeek V4.1 Flash' }).click();
  await send('What is this?');
  await waitForEnd();

  expect(await answer.textContent()).toContain(
    `I see an image of type image/png with ${PIXEL.length} bytes.`,
  );
  expect(sentImages()).toEqual([
    `data:image/png;base64,${PIXEL.toString('base64')}`,
  ]);
  expect(await page.getByRole('list', { name: 'Images' }).count()).toBe(0);

  await page.reload();
  await page.getByRole('img', { name: 'red.png' }).waitFor();
  expect(await findViolations(page)).toEqual([]);
});

test('takes images from the clipboard, and leaves them out again', async () => {
  const { page } = await open(app.origin);
  const { input } = chatPage(page);
  const thumbnails = page.getByRole('list', { name: 'Images to send' });
  await input.evaluate(
    (element, bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(
        new File([new Uint8Array(bytes)], 'red.png', { type: 'image/png' }),
      );
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true }),
      );
    },
    [...PIXEL],
  );
  await thumbnails.getByRole('img', { name: 'red.png' }).waitFor();

  await page.getByRole('button', { name: 'Remove red.png' }).click();
  await thumbnails.waitFor({ state: 'detached' });
});

test('makes large images smaller before it sends them', async () => {
  const { page } = await open(app.origin);
  const { send, waitForEnd } = chatPage(page);
  await choose(page, 'large.bmp', 'image/bmp', bitmap(3000, 1000));
  await page.getByRole('button', { name: 'Use DeepSeek' }).click();
  await send('What is this?');
  await waitForEnd();

  expect(sentImages()).toEqual([expect.stringMatching(/^data:image\/jpeg;/)]);
  expect(
    await page
      .getByRole('img', { name: 'large.bmp' })
      .evaluate((image: HTMLImageElement) => [
        image.naturalWidth,
        image.naturalHeight,
      ]),
  ).toEqual([2048, 683]);
});

test('says so when a file is no image', async () => {
  const { page } = await open(app.origin);
  await choose(page, 'notes.png', 'image/png', Buffer.from('no image'));

  await page
    .getByText('notes.png is no image that this browser can read.')
    .waitFor();
});

/** An image as Windows keeps it, 24 bits for a pixel. */
function bitmap(width: number, height: number): Buffer {
  const file = Buffer.alloc(54 + width * height * 3, 0x80);
  file.fill(0, 0, 54).write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  return file;
}
