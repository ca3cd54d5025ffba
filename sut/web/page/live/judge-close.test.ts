import { expect, test } from 'vitest';
import { judgeClose } from './judge-close.ts';

test.each([
  [1000, '', 'stop'],
  [1001, '', 'reconnect'],
  [1006, '', 'reconnect'],
  [1008, 'Invalid token', 'check-session'],
  [1008, 'Session ended', 'check-session'],
  [1008, 'Origin not allowed', 'stop'],
  [1009, '', 'drop-message'],
  [1011, '', 'reconnect'],
  [1012, 'Service restart', 'reconnect'],
  [1013, 'Try again later', 'reconnect'],
])('%i "%s" is %s', (code, reason, action) => {
  expect(judgeClose(code, reason)).toBe(action);
});
