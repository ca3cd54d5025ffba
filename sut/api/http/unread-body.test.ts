import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { paths } from '#contracts/wire/paths.ts';
import { serverUnderTest } from '../server-under-test.ts';

const mebibyte = 1_048_576;

test.each([
  ['is too large', paths.register, 1.5 * mebibyte, 'HTTP/1.1 413 Payload Too Large'],
  ['comes without a token', paths.documents, 0.9 * mebibyte, 'HTTP/1.1 401 Unauthorized'],
])('a body that %s is read to its end, since closing over it resets the connection', async (_, path, size, status) => {
  const body = Buffer.alloc(Math.round(size), ' ');
  const head = `POST ${path} HTTP/1.1\r\nHost: api\r\nConnection: close\r\nContent-Type: application/json\r\n`;
  const request = Buffer.concat([Buffer.from(`${head}Content-Length: ${body.length}\r\n\r\n`), body]);
  const app = serverUnderTest();
  await app.listen({ port: 0, host: '127.0.0.1' });
  try {
    const accepted = once(app.server, 'connection') as Promise<[Socket]>;
    const client = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
    client.write(request);
    const answer = await text(client);
    const [server] = await accepted;
    expect(answer.split('\r\n')[0]).toBe(status);
    expect(server.bytesRead).toBe(request.length);
  } finally {
    await app.close();
  }
});
