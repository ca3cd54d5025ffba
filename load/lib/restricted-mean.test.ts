import { expect, test } from 'vitest';
import { restrictedMean } from './restricted-mean.ts';

const bins = (counts: Record<number, number>) => Array.from({ length: 10 }, (_, index) => counts[index] ?? 0);

test('without a session there is none', () => {
  expect(restrictedMean({ ended: bins({}), censored: bins({}), width: 1 })).toBeUndefined();
});

test('all still open: as long as they were watched', () => {
  expect(restrictedMean({ ended: bins({}), censored: bins({ 9: 50 }), width: 60 })).toEqual({
    mean: 570,
    horizon: 570,
    sessions: 50,
    censored: 50,
  });
});

test('half of them end early, the others are open at the horizon', () => {
  const mean = restrictedMean({ ended: bins({ 1: 10 }), censored: bins({ 9: 10 }), width: 1 })?.mean;
  // 10 lasted 1.5 on average, 10 at least 9.5.
  expect(mean).toBeCloseTo(5.5, 9);
});

test('a session that was watched for a short time does not count as short', () => {
  // One ended at 8.5; one was watched for 2.5 only, and says nothing about later.
  const { mean } = restrictedMean({ ended: bins({ 8: 1 }), censored: bins({ 2: 1 }), width: 1 }) ?? { mean: 0 };
  expect(mean).toBeGreaterThan(8);
});
