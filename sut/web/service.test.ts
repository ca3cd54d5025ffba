import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { startWeb } from './web-under-test.ts';

const success = { success: true, message: 'Successfully logged out' };
const ends: RequestListener = (_request, response) => {
  response.setHeader('set-cookie', ['refresh_token=; Max-Age=0; Path=/', 'b=2; Expires=Thu, 01 Jan 2032 00:00:00 GMT']);
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ ...success, revocation: 'complete' }));
};

/** A web tier before an api that answers with `listener`; `lines` is its log. */
async function webBefore(listener: RequestListener | undefined) {
  const api = createServer(listener).listen(0, '127.0.0.1');
  await once(api, 'listening');
  const apiPort = (api.address() as AddressInfo).port;
  if (listener === undefined) api.close();
  const web = await startWeb(`http://127.0.0.1:${apiPort}`);
  onTestFinished(async () => {
    api.close();
    api.closeAllConnections();
    await web[Symbol.asyncDispose]();
  });
  return {
    lines: web.lines,
    call: (path: string, headers: Record<string, string> = {}, body?: string) => call(web.port, path, headers, body),
  };
}

/** By node:http, because a fetch would not send these headers. */
async function call(port: number, path: string, headers: Record<string, string>, body = '') {
  const sent = httpRequest({ host: '127.0.0.1', port, path, method: 'POST', headers, agent: false }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const status = response.statusCode ?? 0;
  return { status, cookies: response.headers['set-cookie'] ?? [], text: await text(response) };
}

test.each([
  ['a chunked body', { 'transfer-encoding': 'chunked', 'content-type': 'application/json' }, '{"a":1}'],
  ['Content-Length: 0', { 'content-length': '0' }, ''],
  ['an empty JSON body', { 'content-type': 'application/json', 'content-length': '0' }, ''],
  ['Connection: upgrade', { connection: 'upgrade' }, ''],
  ['Expect: 100-continue', { expect: '100-continue' }, ''],
])('logout works with %s, and gives back each Set-Cookie', async (_what, headers, body) => {
  const { call } = await webBefore(ends);
  const answer = await call('/auth/logout', headers as Record<string, string>, body);
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toEqual({ ...success, revocation: 'complete' });
  expect(answer.cookies).toEqual(['refresh_token=; Max-Age=0; Path=/', 'b=2; Expires=Thu, 01 Jan 2032 00:00:00 GMT']);
});

test.each<[string, RequestListener | undefined]>([
  ['is away', undefined],
  ['is silent', () => undefined],
  ['answers 503', (_request, response) => void response.writeHead(503).end('{}')],
  ['answers 200 with something else', (_request, response) => void response.end('hello')],
])('logout is 200 and clears the cookie when the api %s, and says failed', async (_what, listener) => {
  const { call, lines } = await webBefore(listener);
  const answer = await call('/auth/logout', { 'x-forwarded-proto': 'https', 'x-request-id': 'r-7' });
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toEqual({ ...success, revocation: 'failed' });
  expect(answer.cookies).toHaveLength(1);
  expect(answer.cookies[0]).toMatch(/^refresh_token=; Path=\/; Max-Age=0; .*HttpOnly; SameSite=Lax; Secure$/);
  expect(lines.some((line) => line.includes('"level":50') && line.includes('r-7'))).toBe(true);
});

test('what is not a logout is 502 when the api is away', async () => {
  const { call } = await webBefore(undefined);
  const answer = await call('/auth/login', { 'content-type': 'application/json' }, '{}');
  expect(answer.status).toBe(502);
  expect(JSON.parse(answer.text)).toMatchObject({ error: 'upstream_unreachable' });
});

test('a foreign page logs nobody out', async () => {
  const { call } = await webBefore(ends);
  const answer = await call('/auth/logout', { origin: 'https://evil.example' });
  expect(answer).toMatchObject({ status: 403, cookies: [] });
  expect((await call('/auth/logout', { origin: 'https://garden.example' })).status).toBe(200);
});

test('an unknown path under /auth is JSON 404', async () => {
  const { call } = await webBefore(ends);
  const answer = await call('/auth/nothing');
  expect(answer.status).toBe(404);
  expect(JSON.parse(answer.text)).toMatchObject({ error: 'not_found' });
});
