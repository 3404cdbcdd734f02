import { mock, test } from 'node:test';
import { exercise } from './exercise.mjs';

test('calls while timers are faked', async () => {
  await exercise({
    fake: () => mock.timers.enable(),
    restore: () => mock.timers.reset(),
  });
});
