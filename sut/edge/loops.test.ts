import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { errors } from '#contracts/wire/errors.ts';
import { freePort, startEdge } from './edge-under-test.ts';
import { startUpstream } from './upstream-under-test.ts';

async function ask(port: number, via?: string): Promise<{ readonly status: number; readonly body: string }> {
  const headers = { 'X-Request-Id': 'me', ...(via === undefined ? {} : { Via: via }) };
  const request = http.request({ host: '127.0.0.1', port, path: '/api/a', agent: false, headers }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: await text(response) };
}

test('the edge adds itself to the way of a request', async () => {
  await using api = await startUpstream();
  await using edge = await startEdge({ api: api.upstream });
  await ask(edge.port);
  await ask(edge.port, '2.0 front');
  expect(api.seen.map(({ headers }) => headers.via)).toEqual(['1.1 holdfast-edge', '2.0 front, 1.1 holdfast-edge']);
});

test('a request that was here before is refused, and reaches nobody', async () => {
  await using api = await startUpstream();
  await using edge = await startEdge({ api: api.upstream });
  const answer = await ask(edge.port, '1.1 holdfast-edge, 1.1 holdfast-web');
  const { status, message } = errors.loop_detected;
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body)).toEqual({ error: 'loop_detected', message, requestId: 'me' });
  expect(api.seen).toEqual([]);
});

test('an edge that is its own upstream answers at once', async () => {
  const port = await freePort();
  const relay = http.createServer((request, response) => {
    const { method, headers, url } = request;
    const onward = http.request({ host: '127.0.0.1', port: edge.port, path: url, method, headers, agent: false });
    onward.on('response', (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 0))).end();
  });
  relay.listen(port, '127.0.0.1');
  await using edge = await startEdge({ api: { addresses: [`127.0.0.1:${port}`] } });
  expect(await ask(edge.port)).toMatchObject({ status: 508 });
  relay.close();
});
