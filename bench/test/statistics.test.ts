import { expect, test } from 'vitest';
import { rotate, summarise } from '../statistics.mjs';

test('takes the middle value as the median', () => {
  expect(summarise([9, 1, 5])).toEqual({ median: 5, minimum: 1, maximum: 9 });
});

test('takes the mean of two middle values as the median', () => {
  expect(summarise([4, 100, 2, 1]).median).toBe(3);
});

test('begins with another item for each rotation and keeps them all', () => {
  expect(rotate(['a', 'b', 'c'], 4)).toEqual(['b', 'c', 'a']);
});
