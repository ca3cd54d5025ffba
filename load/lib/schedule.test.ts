import { expect, test } from 'vitest';
import { arrivalsOf, stagesOf } from './schedule.ts';

test('a level course is one request every 1/rate seconds', () => {
  expect([...arrivalsOf({ rate: 4, course: [1], length: 1 }, 0, 1)]).toEqual([0, 0.25, 0.5, 0.75]);
});

test('two who take turns send what one would have sent', () => {
  const arrivals = { rate: 30, course: [0.5, 1, 0.1], length: 9 };
  const both = [0, 1].flatMap((first) => [...arrivalsOf(arrivals, first, 2)]);
  expect(both.toSorted((a, b) => a - b)).toEqual([...arrivalsOf(arrivals, 0, 1)]);
  expect(both).toHaveLength(45 + 90 + 9);
});

test('the stages of an executor jump to each level and hold it', () => {
  expect(stagesOf({ rate: 10, course: [0.1, 1], length: 6 })).toEqual([
    { target: 1, duration: '3000ms' },
    { target: 10, duration: '0s' },
    { target: 10, duration: '3000ms' },
  ]);
});
