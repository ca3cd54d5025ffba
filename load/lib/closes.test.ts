import { expect, test } from 'vitest';
import { endingOf, isAbnormal } from './closes.ts';

test.each([
  [undefined, true],
  [1006, true],
  [1000, true],
  [1008, true],
  [1009, true],
  [4401, true],
  [1012, false],
  [1013, false],
])('a session that the chat closes with %s is abnormal: %s', (code, abnormal) => {
  expect(isAbnormal(endingOf(code))).toBe(abnormal);
});
