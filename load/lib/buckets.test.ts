import { expect, test } from 'vitest';
import { addHistograms, bucketCount, bucketOf, type Histogram, quantile, upperEdge } from './buckets.ts';

const histogramOf = (values: readonly number[]): Histogram =>
  addHistograms(values.map((value) => ({ [bucketOf(value)]: 1 })));

test('every value is below the edge of its bucket, by no more than a tenth of a millisecond or 3.2 %', () => {
  for (let value = 0; value < 104_000; value = value * 1.003 + 0.07) {
    const edge = upperEdge(bucketOf(value));
    expect(edge, String(value)).toBeGreaterThan(value);
    expect(edge - value, String(value)).toBeLessThanOrEqual(Math.max(0.1, value * 0.032) + 1e-9);
  }
});

test('buckets follow each other, and what lies beyond the last one counts in it', () => {
  const edges = Array.from({ length: bucketCount }, (_, bucket) => upperEdge(bucket));
  expect(edges).toEqual(edges.toSorted((a, b) => a - b));
  expect(edges.every((edge, bucket) => bucketOf(edge - 0.01) === bucket)).toBe(true);
  expect([bucketOf(-1), bucketOf(1e9)]).toEqual([0, bucketCount - 1]);
});

test('the quantile of what two counted is that of all values, which the mean of their quantiles is not', () => {
  const fast = Array.from({ length: 990 }, (_, index) => 1 + index / 1000);
  const slow = Array.from({ length: 10 }, () => 400);
  const [one, other] = [histogramOf(fast), histogramOf(slow)];
  expect(quantile(addHistograms([one, other]), 0.99)).toBeCloseTo(2, 9);
  expect(quantile(addHistograms([one, other]), 0.991)).toBeCloseTo(400, -1);
});

test('without a value there is no quantile', () => {
  expect(quantile({}, 0.99)).toBeUndefined();
  expect(quantile({ '3': 0 }, 0.99)).toBeUndefined();
});
