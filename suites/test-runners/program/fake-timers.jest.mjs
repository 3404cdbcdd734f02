import { jest, test } from '@jest/globals';
import { exercise } from './exercise.mjs';

test('calls while timers are faked', async () => {
  await exercise({
    fake: () => jest.useFakeTimers(),
    restore: () => jest.useRealTimers(),
  });
}, 60_000);
