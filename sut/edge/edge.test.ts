import { once } from 'node:events';
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import http2 from 'node:http2';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { ErrorAnswer, errors } from '#contracts/wire/errors.ts';
import { startEdge } from './edge-under-test.ts';
import { startUpstream } from './upstream-under-test.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

async function ask(port: number, path: string, options: RequestOptions = {}): Promise<Answer> {
  const request = http.request({ host: '127.0.0.1', port, path, agent: false, ...options }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}

/** Status of a WebSocket handshake at the chat. */
async function handshake(port: number, path = '/api/v1/chat/ws'): Promise<number> {
  const headers = { Upgrade: 'websocket', Connection: 'keep-alive, Upgrade' };
  const request = http.request({ host: '127.0.0.1', port, path, headers, agent: false }).end();
  const upgraded = once(request, 'upgrade').then(([, socket]) => socket.destroy());
  const [response] = (await Promise.race([once(request, 'response'), once(request, 'upgrade')])) as [IncomingMessage];
  if (response.statusCode === 101) await upgraded;
  return response.statusCode ?? 0;
}

describe('routes', () => {
  test.each([
    ['/', 'web', '/'],
    ['/app?x=1', 'web', '/app?x=1'],
    ['/auth/logout', 'web', '/auth/logout'],
    ['/health', 'api', '/health'],
    ['/api/auth/me?a=%20b', 'api', '/api/auth/me?a=%20b'],
    ['/api/documents/1/chat/stream?token=x', 'api', '/api/documents/1/chat/stream?token=x'],
    ['/api/v1/chat/ws?token=a%2Bb&token=c', 'chat', '/ws?token=a%2Bb&token=c'],
    ['/api/v1/chat/tickets', 'chat', '/tickets'],
    ['/api/v1/chat/a/stream', 'chat', '/a/stream'],
  ])('%s goes to %s as %s', async (path, service, url) => {
    const answer = (name: string) => startUpstream((request, response) => response.end(`${name} ${request.url}`));
    await using web = await answer('web');
    await using api = await answer('api');
    await using chat = await answer('chat');
    await using edge = await startEdge({ web: web.upstream, api: api.upstream, chat: chat.upstream });
    expect(await ask(edge.port, path)).toMatchObject({ status: 200, body: `${service} ${url}` });
  });

  test('replicas take turns', async () => {
    await using one = await startUpstream((_, response) => response.end('one'));
    await using two = await startUpstream((_, response) => response.end('two'));
    const addresses = [one, two].flatMap(({ upstream }) => ('addresses' in upstream ? upstream.addresses : []));
    await using edge = await startEdge({ api: { addresses } });
    const bodies = [await ask(edge.port, '/api/a'), await ask(edge.port, '/api/a')].map(({ body }) => body);
    expect(bodies.sort()).toEqual(['one', 'two']);
  });
});

describe('its own counters', () => {
  const counters = async (socketPath: string, path = '/') => {
    const request = http.request({ socketPath, path, agent: false }).end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return { status: response.statusCode, body: await text(response) };
  };

  test('are told on a socket in its folder, and neither on its ports nor in its log', async () => {
    await using web = await startUpstream((_, response) => response.writeHead(404).end());
    await using edge = await startEdge({ web: web.upstream });
    await ask(edge.port, '/asked');
    const { status, body } = await counters(edge.status);
    expect(status).toBe(200);
    // The probe of its port opened connections, and sent nothing.
    expect(body).toMatch(/^Active connections: \d+ \nserver accepts handled requests\n (\d+) \1 2 \n/);
    expect((await counters(edge.status, '/other')).status).toBe(404);
    for (const path of ['/status', '/edge/status']) expect((await ask(edge.port, path)).status).toBe(404);
    expect(web.seen.map(({ url }) => url)).toEqual(['/asked', '/status', '/edge/status']);
    const { stdout } = await edge.log();
    expect(stdout.match(/"msg":"request"/g)).toHaveLength(3);
  });

  test('are there again after an edge that was killed', async () => {
    await using edge = await startEdge({ left: 'status' });
    expect((await counters(edge.status)).status).toBe(200);
  });
});

describe('fields', () => {
  test('hop-by-hop fields end at the edge', async () => {
    await using api = await startUpstream();
    await using edge = await startEdge({ api: api.upstream });
    const hop = {
      Connection: 'keep-alive, Upgrade, HTTP2-Settings',
      Upgrade: 'h2c',
      'HTTP2-Settings': 'AAMAAABkAAQAAP__',
      'Keep-Alive': 'timeout=5',
      'Proxy-Connection': 'keep-alive',
      TE: 'trailers',
    };
    await ask(edge.port, '/api/a', { headers: hop });
    const names = Object.keys(hop).map((name) => name.toLowerCase());
    const { headers = {} } = api.seen[0] ?? {};
    expect(Object.keys(headers).filter((name) => names.includes(name))).toEqual(['connection']);
    expect(headers.connection).toBe('close');
  });

  test('the client, its host with port, and the scheme are told', async () => {
    await using api = await startUpstream();
    await using edge = await startEdge({ api: api.upstream });
    await ask(edge.port, '/api/a', { headers: { Host: 'app.example:8443', 'X-Forwarded-For': '192.0.2.7' } });
    expect(api.seen[0]?.headers).toMatchObject({
      host: 'app.example:8443',
      'x-real-ip': '127.0.0.1',
      'x-forwarded-for': '192.0.2.7, 127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'app.example:8443',
    });
  });

  test.each([
    ['kept when it is plain', 'abc-1._Z', /^abc-1\._Z$/],
    ['replaced when it is not', 'abc"1', /^[0-9a-f]{32}$/],
    ['made when there is none', undefined, /^[0-9a-f]{32}$/],
  ])('the request id is %s', async (_, sent, expected) => {
    await using api = await startUpstream();
    await using edge = await startEdge({ api: api.upstream });
    const { headers } = await ask(edge.port, '/api/a', { headers: sent === undefined ? {} : { 'X-Request-Id': sent } });
    expect(headers['x-request-id']).toMatch(expected);
    expect(api.seen[0]?.headers['x-request-id']).toBe(headers['x-request-id']);
  });

  test('100 KiB of upstream header fields pass', async () => {
    const large = 'x'.repeat(100 * 1024);
    await using web = await startUpstream((_, response) => response.setHeader('X-Large', large).end());
    await using edge = await startEdge({ web: web.upstream });
    const { headers } = await ask(edge.port, '/', { maxHeaderSize: 200_000 });
    expect(headers['x-large']).toHaveLength(large.length);
  });

  test('HTTP/2 over TLS works', async () => {
    await using api = await startUpstream();
    await using edge = await startEdge({ api: api.upstream });
    const session = http2.connect(`https://127.0.0.1:${edge.tlsPort}`, { rejectUnauthorized: false });
    const stream = session.request({ ':path': '/api/a', ':authority': 'app.example:8443' });
    const [headers] = await once(stream, 'response');
    session.destroy();
    expect(headers[':status']).toBe(200);
    expect(api.seen[0]?.headers).toMatchObject({ host: 'app.example:8443', 'x-forwarded-proto': 'https' });
  });
});

describe('the Connection field', () => {
  test.each([
    ['reference', 'close', 101],
    ['connection-upgrade-always', 'upgrade', 101],
    ['connection-empty-always', undefined, 200],
    ['upgrade-not-passed', 'close', 200],
  ] as const)('%s sends %s, and a WebSocket gets %i', async (profile, connection, status) => {
    await using web = await startUpstream();
    await using chat = await startUpstream();
    await using edge = await startEdge({ profile, web: web.upstream, chat: chat.upstream });
    await ask(edge.port, '/auth/logout', { method: 'POST' });
    expect(web.seen[0]?.headers.connection).toBe(connection);
    expect(await handshake(edge.port)).toBe(status);
  });
});

test.each([
  ['/auth/logout', 502, 'web'],
  ['/api/auth/me', 502, 'api'],
  ['/api/v1/chat/tickets', 502, 'chat'],
])('%s answers %i in the shape of every error while its service is away', async (path, status) => {
  await using edge = await startEdge({});
  const answer = await ask(edge.port, path, { headers: { 'X-Request-Id': 'me' } });
  const { message } = errors.upstream_unreachable;
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({ 'content-type': 'application/json', 'x-request-id': 'me' });
  expect(ErrorAnswer.parse(JSON.parse(answer.body))).toEqual({
    error: 'upstream_unreachable',
    message,
    requestId: 'me',
  });
});

test('an upstream that is silent for longer than the idle timeout is answered for with 504', async () => {
  await using api = await startUpstream(() => undefined);
  await using edge = await startEdge({ api: api.upstream, idleTimeout: 0.2 });
  expect(await ask(edge.port, '/api/a')).toMatchObject({ status: 504 });
});

test.each([
  [65_536, 200],
  [65_537, 413],
])('a body of %i bytes is answered %i where the limit is 65,536', async (bytes, status) => {
  await using api = await startUpstream();
  await using edge = await startEdge({ api: api.upstream });
  const answer = await fetch(`http://127.0.0.1:${edge.port}/api/a`, { method: 'POST', body: Buffer.alloc(bytes) });
  expect(answer.status).toBe(status);
  expect(api.seen).toHaveLength(status === 200 ? 1 : 0);
  if (status === 413) expect(ErrorAnswer.parse(await answer.json())).toMatchObject({ error: 'too_large' });
});
