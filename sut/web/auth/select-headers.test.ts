import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { selectHeaders } from './select-headers.ts';

const select = (headers: IncomingHttpHeaders, body = '') =>
  Object.fromEntries(
    selectHeaders({ method: 'POST', path: '/', headers, body: Buffer.from(body), peer: '192.0.2.7', requestId: 'r-1' }),
  );

test('nothing that belongs to one hop goes on', () => {
  const hop = {
    connection: 'close, x-hop',
    'keep-alive': 'timeout=5',
    te: 'trailers',
    upgrade: 'h2c',
    expect: '100-continue',
  };
  const rest = {
    'transfer-encoding': 'chunked',
    'proxy-connection': 'close',
    'x-hop': '1',
    host: 'a',
    'content-length': '3',
  };
  expect(select({ ...hop, ...rest })).toEqual({
    'x-forwarded-for': '192.0.2.7',
    via: '1.1 holdfast-web',
    'x-request-id': 'r-1',
  });
});

test('a field that Connection names ends here even when it is allowed', () => {
  expect(select({ connection: 'Cookie', cookie: 'a=1', authorization: 'Bearer t' })).toMatchObject({
    authorization: 'Bearer t',
  });
  expect(select({ connection: 'Cookie', cookie: 'a=1' })).not.toHaveProperty('cookie');
});

test('the client’s address is the one the edge wrote', () => {
  expect(select({ 'x-forwarded-for': '203.0.113.9' })['x-forwarded-for']).toBe('203.0.113.9');
});

test('a content type goes with a body, and without one stays here', () => {
  expect(select({ 'content-type': 'application/json' }, '{}')['content-type']).toBe('application/json');
  expect(select({ 'content-type': 'application/json' })).not.toHaveProperty('content-type');
});

test('the way of a request goes on with this hop at its end', () => {
  expect(select({ via: '1.1 holdfast-edge' })['via']).toBe('1.1 holdfast-edge, 1.1 holdfast-web');
});
