import { expect, test } from 'vitest';
import { absenceIsNotALogout, outageIsNotALogout } from './outage-is-not-a-logout.ts';
import { historyOf } from './testing.ts';

const during = (outcome: 'ok' | 'fail' | 'indefinite', value: string, act = 'me') =>
  historyOf([
    [0, 'outage'],
    [10, ['one', act, outcome, value]],
  ]);

test.each([
  ['503', during('fail', '503')],
  ['1013', during('fail', '1013 Try again later', 'socket')],
  ['a lost connection', during('indefinite', 'socket hang up')],
])('held: %s says try again', (_, history) => {
  expect(outageIsNotALogout(history)).toMatchObject({ verdict: 'held' });
});

test.each([
  ['401', during('fail', '401')],
  ['500', during('fail', '500', 'stream')],
  ['1008', during('fail', '1008 Invalid token', 'socket')],
  ['1008', during('fail', '1008 Session ended', 'held-socket')],
])('broken: a valid token got %s', (value, history) => {
  const { verdict, detail } = outageIsNotALogout(history);
  expect(verdict).toBe('broken');
  expect(detail).toMatch(new RegExp(`^${value}.* for the valid token of one in outage`));
});

test('a session that is being logged out may be refused', () => {
  const history = historyOf([
    [0, 'outage'],
    [5, ['two', 'me', 'fail', '503']],
    [10, ['one', 'logout', 'ok', 'complete']],
    [10.5, ['one', 'me', 'fail', '401']],
  ]);
  expect(outageIsNotALogout(history)).toMatchObject({ verdict: 'held' });
});

test.each([
  ['no valid token was used', historyOf([[0, 'outage']])],
  ['felt the fault', during('ok', '200')],
])('unknown: %s', (why, history) => {
  const { verdict, detail } = outageIsNotALogout(history);
  expect(verdict).toBe('unknown');
  expect(detail).toContain(why);
});

test.each(['502', '503', '504'])('a service that is away may be reported by the edge: %s', (value) => {
  expect(absenceIsNotALogout(during('fail', value))).toMatchObject({ verdict: 'held' });
});

test.each(['401', '403', '500'])('a service that is away is no reason for %s', (value) => {
  expect(absenceIsNotALogout(during('fail', value))).toMatchObject({ verdict: 'broken' });
});
