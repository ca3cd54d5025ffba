import { expect, test } from 'vitest';
import { historyOf } from './testing.ts';
import { validGetsBackIn } from './valid-gets-back-in.ts';

/** The session comes back `after` ms, and is read at the end. */
const back = (after: number, finalMe: readonly ['ok' | 'fail', string] = ['ok', '200']) =>
  historyOf([
    [1000, 'recovery'],
    [1010, ['one', 'me', 'fail', '503']],
    [1000 + after, ['one', 'me', 'ok', '200']],
    [1001 + after, ['one', 'stream', 'ok', '200']],
    [1002 + after, ['one', 'socket', 'ok', 'ready']],
    [9000, 'final'],
    [9010, ['one', 'me', ...finalMe]],
    [9020, ['one', 'stream', 'ok', '200']],
    [9030, ['one', 'socket', 'ok', 'ready']],
  ]);

test('held: every way is open within the deadline', () => {
  expect(validGetsBackIn(back(400))).toEqual({
    verdict: 'held',
    detail: '1 sessions back in, the last 403 ms after the end of the outage',
  });
});

test('broken: too late', () => {
  expect(validGetsBackIn(back(5100))).toEqual({
    verdict: 'broken',
    detail: '200 on me for the valid token of one, not let in within 5000 ms of the end of the outage',
  });
});

test('broken: let in once, and locked out at the end', () => {
  expect(validGetsBackIn(back(400, ['fail', '503']))).toEqual({
    verdict: 'broken',
    detail: '503 on me for the valid token of one when all was over',
  });
});

test.each([
  ['the fault was never over', historyOf([[0, 'outage']])],
  [
    'no session stayed valid',
    historyOf([
      [0, 'recovery'],
      [10, ['one', 'logout', 'ok', 'complete']],
    ]),
  ],
  [
    'did not use me when all was over',
    historyOf([
      [0, 'recovery'],
      [10, ['one', 'me', 'ok', '200']],
    ]),
  ],
])('unknown: %s', (why, history) => {
  const { verdict, detail } = validGetsBackIn(history);
  expect(verdict).toBe('unknown');
  expect(detail).toContain(why);
});
