import { expect, test } from 'vitest';
import { revokedStaysRevoked } from './revoked-stays-revoked.ts';
import { historyOf } from './testing.ts';

const refused = [
  [0, 'steady'],
  [5, ['one', 'me', 'ok', '200']],
  [10, ['one', 'logout', 'ok', 'pending']],
  [20, 'outage'],
  [30, ['one', 'me', 'fail', '503']],
  [40, 'final'],
  [50, ['one', 'me', 'fail', '401']],
] as const;

test('held: what was let in came before the logout was answered', () => {
  expect(revokedStaysRevoked(historyOf(refused))).toMatchObject({ verdict: 'held' });
});

test('broken: says what was let in, by which promise, and when', () => {
  const history = historyOf([...refused, [60, ['one', 'socket', 'ok', 'ready']]]);
  expect(revokedStaysRevoked(history)).toEqual({
    verdict: 'broken',
    detail:
      'let in 1 x socket after pending; first socket of one in final, 49 ms after its logout was answered pending',
  });
});

test('a use that began before the answer may still be let in', () => {
  const history = historyOf([...refused.slice(0, 3), [10.5, ['one', 'me', 'ok', '200']], ...refused.slice(3)]);
  expect(revokedStaysRevoked(history)).toMatchObject({ verdict: 'held' });
});

test('a logout that was answered failed promised nothing', () => {
  const history = historyOf([
    [0, 'outage'],
    [10, ['one', 'logout', 'ok', 'failed']],
    [20, ['one', 'me', 'ok', '200']],
  ]);
  expect(revokedStaysRevoked(history)).toMatchObject({ verdict: 'unknown' });
});

test.each([
  ['while the fault lasted', refused.filter(([at]) => at !== 30)],
  ['when all was over', refused.filter(([at]) => at !== 50)],
])('unknown: nobody tried %s', (when, steps) => {
  const { verdict, detail } = revokedStaysRevoked(historyOf(steps));
  expect(verdict).toBe('unknown');
  expect(detail).toContain(when);
});
