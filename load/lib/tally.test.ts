import { expect, test } from 'vitest';
import { bucketOf } from './buckets.ts';
import type { Claim, Metrics } from './judge.ts';
import { addFigures, bucketMetric, figureOf, judgeFigure } from './tally.ts';

const share: Claim = { measure: 'share', bound: { above: 0.95 }, leastSamples: 20 };
const tail: Claim = { measure: 'milliseconds', bound: { below: 50 }, leastSamples: 100 };

const counted = (rate: number, count: number): Metrics => ({
  target_chat_connects: { values: { rate } },
  target_chat_connects_samples: { values: { count } },
});

test('shares add by their samples, not by their values', () => {
  const [large, small] = [
    figureOf('chat/connects', share, counted(1, 990)),
    figureOf('chat/connects', share, counted(0, 10)),
  ];
  expect(addFigures([large, small])).toEqual({ samples: 1000, sum: 990 });
  expect(judgeFigure('chat/connects', share, addFigures([large, small]))).toMatchObject({
    verdict: 'met',
    value: 0.99,
  });
});

test('two that have too few samples have enough together', () => {
  const part = figureOf('chat/connects', share, counted(1, 12));
  expect(judgeFigure('chat/connects', share, part)).toMatchObject({ verdict: 'no data', why: 'needs at least 20' });
  expect(judgeFigure('chat/connects', share, addFigures([part, part])).verdict).toBe('met');
});

test('lengths add as sums', () => {
  const claim: Claim = { measure: 'seconds', bound: { above: 600 }, leastSamples: 2 };
  const part = (avg: number, count: number) =>
    figureOf('chat/session-length', claim, {
      target_chat_session_length: { values: { avg } },
      target_chat_session_length_samples: { values: { count } },
    });
  expect(judgeFigure('chat/session-length', claim, addFigures([part(100, 1), part(700, 9)]))).toMatchObject({
    verdict: 'met',
    value: 640,
  });
});

test('the 99th percentile is that of all values', () => {
  const part = (milliseconds: number, count: number) =>
    figureOf('chat/round-trip', tail, {
      [bucketMetric('chat/round-trip', bucketOf(milliseconds))]: { values: { count } },
      target_chat_round_trip_samples: { values: { count } },
    });
  const judged = (...parts: ReturnType<typeof part>[]) => judgeFigure('chat/round-trip', tail, addFigures(parts));
  expect(judged(part(3, 990), part(300, 10))).toMatchObject({ verdict: 'met', value: 3.1 });
  expect(judged(part(3, 990), part(300, 11))).toMatchObject({ verdict: 'missed', value: 300.8 });
});

test.each([
  [{ above: 0.5 }, 0.5, 'missed'],
  [{ below: 0.5 }, 0.5, 'missed'],
  [{ atMost: 0.5 }, 0.5, 'met'],
  [{ atLeast: 0.5 }, 0.5, 'met'],
  [{ below: 0.5 }, 0.4, 'met'],
  [{ atLeast: 0.5 }, 0.4, 'missed'],
] as const)('%j of %d is %s', (bound, value, verdict) => {
  expect(judgeFigure('x', { ...share, bound }, { samples: 20, sum: 20 * value }).verdict).toBe(verdict);
});

test('what is not judged does not decide, and without a sample there is no value', () => {
  expect(judgeFigure('x', { ...share, notJudged: 'too short' }, { samples: 1, sum: 0 }).verdict).toBe('not judged');
  expect(judgeFigure('x', share, { samples: 0, sum: 0 })).toMatchObject({ verdict: 'no data', value: undefined });
});
