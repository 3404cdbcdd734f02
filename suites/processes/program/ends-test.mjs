// A test of node:test that runs out of time in the middle of a call.
import { test } from 'node:test';
import { embedTexts } from './calls.mjs';

test('a call that hangs', { timeout: 500 }, async ({ signal }) => {
  await embedTexts('hang', 1500, signal);
});
