import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freePort, startEdge } from './edge-under-test.ts';

/** A name server that answers every A query with the address `answer()` and lets it live for an hour. */
async function startNameServer(answer: () => string) {
  const socket = createSocket('udp4');
  socket.on('message', (query, { port, address }) => {
    const end = query.indexOf(0, 12) + 5;
    const head = Buffer.from([...query.subarray(0, 2), 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0]);
    const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0x0e, 0x10, 0, 4, ...answer().split('.').map(Number)]);
    socket.send(Buffer.concat([head, query.subarray(12, end), record]), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { address: `127.0.0.1:${socket.address().port}`, [Symbol.dispose]: () => void socket.close() };
}

async function startAt(address: string, port: number) {
  const server = createServer((request, response) => response.end(`${address} ${request.url}`)).listen(port, address);
  await once(server, 'listening');
  return { [Symbol.dispose]: () => void server.close() };
}

test('a service that comes back on another address is found', async () => {
  let current = '127.0.0.2';
  using names = await startNameServer(() => current);
  const port = await freePort();
  using _before = await startAt('127.0.0.2', port);
  using _after = await startAt('127.0.0.3', port);
  const named = (name: string) => ({ name, port, resolver: names.address });
  await using edge = await startEdge({ api: named('api-server'), chat: named('chat-service') });
  const ask = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${edge.port}${path}`, { headers: { Connection: 'close' } });
    return answer.text();
  };
  expect(await ask('/api/auth/me?a=1')).toBe('127.0.0.2 /api/auth/me?a=1');
  expect(await ask('/api/v1/chat/tickets?a=1')).toBe('127.0.0.2 /tickets?a=1');
  current = '127.0.0.3';
  const moved = async (): Promise<string> => {
    const body = await ask('/api/v1/chat/tickets');
    return body.startsWith('127.0.0.3') ? body : wait(100).then(moved);
  };
  expect(await moved()).toBe('127.0.0.3 /tickets');
});
