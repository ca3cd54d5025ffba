import { expect, test } from 'vitest';
import { pendingCompletes } from './pending-completes.ts';
import { historyOf } from './testing.ts';

type Outcome = readonly ['ok' | 'fail' | 'indefinite', string];

/** A logout answered pending; its socket ends at `closedAt` ms, the outage at 1000 ms. */
const pending = (closedAt: number, socket: Outcome = ['fail', '1008 Session ended'], me: Outcome = ['fail', '401']) =>
  historyOf([
    [0, 'outage'],
    [10, ['one', 'logout', 'ok', 'pending']],
    [1000, 'recovery'],
    [closedAt, ['one', 'held-socket', ...socket]],
    [9000, 'final'],
    [9010, ['one', 'me', ...me]],
  ]);

test('held: the socket closes and the token is refused', () => {
  expect(pendingCompletes(pending(1400))).toEqual({ verdict: 'held', detail: '1 pending logouts completed' });
});

test.each([
  ['its socket was still open 5000 ms after', pending(8000, ['ok', 'open'])],
  ['its socket was closed 5201 ms after', pending(6200)],
  [
    'its socket was closed with the connection was lost, not with 1008',
    pending(1400, ['indefinite', 'the connection was lost']),
  ],
  ['its token got 503, not 401', pending(1400, undefined, ['fail', '503'])],
])('broken: %s', (why, history) => {
  const { verdict, detail } = pendingCompletes(history);
  expect(verdict).toBe('broken');
  expect(detail).toContain(why);
});

test.each([
  ['the fault was never over', historyOf([[0, 'outage']])],
  [
    'no logout was answered pending',
    historyOf([
      [0, 'outage'],
      [10, ['one', 'logout', 'ok', 'complete']],
      [1000, 'recovery'],
    ]),
  ],
  [
    'had no socket open',
    historyOf([
      [0, 'outage'],
      [10, ['one', 'logout', 'ok', 'pending']],
      [1000, 'recovery'],
      [1010, 'final'],
      [1020, ['one', 'me', 'fail', '401']],
    ]),
  ],
])('unknown: %s', (why, history) => {
  const { verdict, detail } = pendingCompletes(history);
  expect(verdict).toBe('unknown');
  expect(detail).toContain(why);
});
