import { test, vi } from 'vitest';
import { exercise } from './exercise.mjs';

test('calls while timers are faked', { timeout: 60_000 }, async () => {
  await exercise({
    fake: () => vi.useFakeTimers(),
    restore: () => vi.useRealTimers(),
  });
});
