import { expect, test } from 'vitest';
import { type Claim, judge, type Metric, overall, thresholdsOf } from './judge.ts';

const claim: Claim = { measure: 'seconds', bound: { above: 600 }, leastSamples: 20 };
const metrics = (avg: number, count: number): Record<string, Metric> => ({
  target_chat_session_length: { values: { avg }, thresholds: { 'avg>600': { ok: avg > 600 } } },
  target_chat_session_length_samples: { values: { count }, thresholds: { 'count>=20': { ok: count >= 20 } } },
});

test('every judged claim has a threshold for its bound and one for its samples', () => {
  expect(thresholdsOf({ 'chat/session-length': claim })).toEqual({
    target_chat_session_length: ['avg>600'],
    target_chat_session_length_samples: ['count>=20'],
  });
  expect(thresholdsOf({ 'chat/session-length': { ...claim, notJudged: 'too short' } })).toEqual({});
});

test('milliseconds are judged by their 99th percentile', () => {
  const tail: Claim = { measure: 'milliseconds', bound: { below: 50 }, leastSamples: 1 };
  expect(thresholdsOf({ 'chat/round-trip': tail })).toMatchObject({ target_chat_round_trip: ['p(99)<50'] });
  const figures = {
    target_chat_round_trip: { values: { avg: 4, 'p(99)': 61 }, thresholds: { 'p(99)<50': { ok: false } } },
    target_chat_round_trip_samples: { values: { count: 9 }, thresholds: { 'count>=1': { ok: true } } },
  };
  expect(judge('chat/round-trip', tail, figures)).toMatchObject({ verdict: 'missed', value: 61 });
});

test.each([
  ['met', 601, 20, claim],
  ['missed', 600, 20, claim],
  ['no data', 601, 19, claim],
  ['not judged', 18, 45, { ...claim, notJudged: 'too short' }],
] as const)('%s: a mean of %d s of %d sessions', (verdict, mean, count, asked) => {
  expect(judge('chat/session-length', asked, metrics(mean, count)).verdict).toBe(verdict);
});

test('a metric that k6 does not report is no data', () => {
  expect(judge('chat/session-length', claim, {})).toMatchObject({ verdict: 'no data', samples: 0, value: undefined });
});

test.each([
  ['met', [601, 20], 0],
  ['unknown', [601, 20], 1],
  ['missed', [600, 20], 1],
  ['no data', [601, 19], 0],
] as const)('%s: a mean of %j with %d iterations that were not begun', (verdict, [mean, count], dropped) => {
  const rows = [judge('chat/session-length', claim, metrics(mean, count))];
  expect(overall(rows, { dropped_iterations: dropped })).toBe(verdict);
});

test('a run that was cut off before it had counted the end of every session is unknown', () => {
  const rows = [judge('chat/session-length', claim, metrics(601, 20))];
  const counts = { sockets_ready: 20, open_at_the_end: 17, ended_announced: 2 };
  expect(overall(rows, counts)).toBe('unknown');
  expect(overall(rows, { ...counts, ended_silent: 1 })).toBe('met');
});
