import { expect, test } from 'vitest';
import { credentialOf } from './credential.ts';

const both = new URLSearchParams({ ticket: 'hft_a', token: 'b' });

test('the header wins over the query, also when it is wrong', () => {
  expect(credentialOf({ authorization: 'Bearer h' }, both)).toEqual({ kind: 'token', value: 'h' });
  expect(credentialOf({ authorization: 'Basic h' }, both)).toEqual({ kind: 'token', value: '' });
  expect(credentialOf({ authorization: '' }, both)).toEqual({ kind: 'token', value: '' });
});

test('a ticket wins over a token in the query', () => {
  expect(credentialOf({}, both)).toEqual({ kind: 'ticket', value: 'hft_a' });
  expect(credentialOf({}, new URLSearchParams({ token: 'b' }))).toEqual({ kind: 'token', value: 'b' });
});

test('a subprotocol is no credential', () => {
  expect(credentialOf({ 'sec-websocket-protocol': 'chat.v1, a.b.c' }, new URLSearchParams())).toBeUndefined();
});
