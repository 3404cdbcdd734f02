import { readFileSync } from 'node:fs';

/**
 * Linux lets `maxRSS` begin with what the parent has, unlike its own count.
 *
 * @returns {number} Bytes.
 */
export function readPeakMemory() {
  const kilobytes =
    process.platform === 'linux'
      ? /^VmHWM:\s*(\d+) kB$/m.exec(
          readFileSync('/proc/self/status', 'utf8'),
        )?.[1]
      : undefined;
  return Number(kilobytes ?? process.resourceUsage().maxRSS) * 1024;
}
