import { expect, test } from 'vitest';
import { readPlan } from './plan.ts';
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

test('a share of 0 is a part without a request, between parts that have theirs', () => {
  const times = [...arrivalsOf({ rate: 2, course: [1, 0, 1], length: 6 }, 0, 1)];
  expect(times).toEqual([0, 0.5, 1, 1.5, 4, 4.5, 5, 5.5]);
  const both = [0, 1].flatMap((first) => [...arrivalsOf({ rate: 2, course: [1, 0, 1], length: 6 }, first, 2)]);
  expect(both.toSorted((a, b) => a - b)).toEqual(times);
});

test('a course that begins or ends with silence keeps it', () => {
  expect([...arrivalsOf({ rate: 1, course: [0, 1], length: 4 }, 0, 1)]).toEqual([2, 3]);
  expect([...arrivalsOf({ rate: 1, course: [1, 0], length: 4 }, 0, 1)]).toEqual([0, 1]);
});

test('the soak fills its histories before memory is judged, and keeps fewer ids than make Redis store them otherwise', () => {
  const { sockets, rate, course, duration, ramp, patience } = readPlan({ PROFILE: 'soak' });
  const times = [...arrivalsOf({ rate, course, length: duration - patience - ramp - 1 }, 0, 1)];
  const early = times.filter((time) => ramp + 1 + time < duration / 3).length;
  // A message and its answer are two entries, of which a history keeps 200.
  expect((2 * early) / sockets).toBeGreaterThan(200);
  // zset-max-listpack-entries: beyond them a sorted set takes several times as much.
  expect(times.length / sockets).toBeLessThan(128);
});

test('an executor begins nothing in a part without requests', () => {
  expect(stagesOf({ rate: 10, course: [1, 0], length: 6 })).toEqual([
    { target: 10, duration: '3000ms' },
    { target: 0, duration: '0s' },
    { target: 0, duration: '3000ms' },
  ]);
});

test('the stages of an executor jump to each level and hold it', () => {
  expect(stagesOf({ rate: 10, course: [0.1, 1], length: 6 })).toEqual([
    { target: 1, duration: '3000ms' },
    { target: 10, duration: '0s' },
    { target: 10, duration: '3000ms' },
  ]);
});
