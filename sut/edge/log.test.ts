import { once } from 'node:events';
import http from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { type EdgeUnderTest, startEdge } from './edge-under-test.ts';
import { startUpstream } from './upstream-under-test.ts';

const canary = 'c4n4ry';
const jwt = `eyJhbGciOiJIUzI1NiJ9.${canary}.${canary}`;

const paths = [
  `/api/documents/1/chat/stream?token=${canary}`,
  `/api/v1/chat/ws?TOKEN=${canary}`,
  `/api/v1/chat/ws?%74oken=${canary}`,
  `/api/v1/chat/ws?token=${canary}&token=${canary}`,
  `/api/v1/chat/ws?ticket=hft_${canary}`,
  `/api/v1/chat/ws?a="b",&token=${canary}`,
  `/api/x%3Ftoken=${canary}`,
  `/auth/${jwt}`,
  `/?${'x'.repeat(1900)}&token=${canary}`,
];

/** Requests as a client that knows no rules may send them: blanks and quotes included. */
async function drive(edge: EdgeUnderTest): Promise<void> {
  for (const path of paths) {
    const socket = connect(edge.port, '127.0.0.1');
    const referrer = `http://app.example/?a=1 "x" token=${canary}`;
    socket.write(`GET ${path} HTTP/1.1\r\nHost: app.example\r\nReferer: ${referrer}\r\nConnection: close\r\n\r\n`);
    await once(socket.resume(), 'close');
  }
}

test('reference: no query and no credential is written, whatever the upstreams do', async () => {
  await using edge = await startEdge({});
  await drive(edge);
  const { stdout, stderr } = await edge.log();
  expect(stdout.match(/connect\(\) failed/g)).toHaveLength(paths.length);
  expect(stdout).not.toContain(canary);
  expect(stderr).toBe('');
});

test('raw-error-log: the error log is as nginx writes it', async () => {
  await using edge = await startEdge({ profile: 'raw-error-log' });
  await drive(edge);
  const { stdout, stderr } = await edge.log();
  expect(stderr).toContain(`?TOKEN=${canary}`);
  expect(stdout).not.toContain(canary);
});

test('the access log is one JSON line a request, with the path the client asked for', async () => {
  await using chat = await startUpstream();
  await using edge = await startEdge({ chat: chat.upstream });
  const headers = { 'X-Request-Id': 'me' };
  const request = http.get({
    host: '127.0.0.1',
    port: edge.port,
    path: '/api/v1/chat/tickets?a="',
    headers,
    agent: false,
  });
  const [response] = await once(request, 'response');
  await once(response.resume(), 'end');
  const lines = (await edge.log()).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([{ requestId: 'me', method: 'GET', path: '/api/v1/chat/tickets', status: 200 }]);
});

test('the redactor survives a reload', async () => {
  await using edge = await startEdge({});
  edge.signal('SIGHUP');
  await drive(edge);
  const { stdout } = await edge.log();
  expect(stdout.match(/connect\(\) failed/g)).toHaveLength(paths.length);
  expect(stdout).not.toContain(canary);
});
