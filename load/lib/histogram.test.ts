import { expect, test } from 'vitest';
import { histogram } from './histogram.ts';

test('bins from the first that counts to the last, the empty ones between them too', () => {
  expect(histogram([0, 4, 0, 1, 0], 100)).toEqual([
    'back after (bins of 100 ms, 4 in the fullest):',
    '   100 ms ######################################## 4',
    '   200 ms  0',
    '   300 ms ########## 1',
  ]);
});

test('nobody came back: no line', () => {
  expect(histogram([0, 0], 100)).toEqual([]);
});
