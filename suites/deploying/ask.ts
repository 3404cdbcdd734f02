import { setTimeout } from 'node:timers/promises';

/** Asks a server as soon as it listens, once a second until then. */
export async function ask(
  url: string,
  secondsToStart: number,
  request?: RequestInit,
): Promise<string> {
  for (let second = 0; second < secondsToStart; second += 1) {
    const response = await fetch(url, request).catch(() => undefined);
    if (response !== undefined) return await response.text();
    await setTimeout(1000);
  }
  return 'no answer';
}
