import { expect, test } from 'vitest';
import { backoff } from './backoff.ts';

test('the ceiling doubles up to 30 s, and all below it is random', () => {
  expect([1, 2, 3, 5, 20].map((attempt) => backoff(attempt, () => 1))).toEqual([2000, 4000, 8000, 30_000, 30_000]);
  expect(backoff(9, () => 0)).toBe(0);
});
