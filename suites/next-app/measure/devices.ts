import type { BrowserContextOptions, Page } from 'playwright-core';

/** What the example is shown on. */
export interface Device {
  name: string;
  options: BrowserContextOptions;
  /** How many times slower than this machine it is. */
  slowdown: number;
  /** `undefined` is the network of this machine. */
  network?: { latency: number; kilobitsPerSecond: number };
}

export const DEVICES: readonly Device[] = [
  {
    name: 'desktop',
    options: { viewport: { width: 1280, height: 800 } },
    slowdown: 1,
  },
  {
    // As Lighthouse has it.
    name: 'phone, 4x slower, slow 4G',
    options: {
      viewport: { width: 390, height: 780 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
    },
    slowdown: 4,
    network: { latency: 150, kilobitsPerSecond: 1600 },
  },
];

/** Makes a page as slow as it is on the device. */
export async function slowDown(
  page: Page,
  { slowdown, network }: Device,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (network === undefined) return;
  const bytesPerSecond = (network.kilobitsPerSecond * 1000) / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}
