import { type Browser, chromium } from 'playwright-core';

/** Debian's Chromium, or the one that `CHROMIUM_PATH` names. */
export async function launchChromium(): Promise<Browser> {
  return await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      // A microphone that beeps; a page still has to ask for it.
      '--use-fake-device-for-media-stream',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
