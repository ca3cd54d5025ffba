import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Upstream } from './input.ts';

/** What an upstream saw of one request. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

/** An HTTP server that answers with what it saw, upgrades any WebSocket, and forgets its port when disposed. */
export interface UpstreamUnderTest extends AsyncDisposable {
  readonly upstream: Upstream;
  readonly seen: readonly Seen[];
}

export async function startUpstream(answer: RequestListener = echo): Promise<UpstreamUnderTest> {
  const seen: Seen[] = [];
  const note = ({ method = '', url = '', headers }: IncomingMessage) => seen.push({ method, url, headers });
  const server = createServer({ maxHeaderSize: 131_072 }, (request, response) => {
    note(request);
    answer(request, response);
  });
  server.on('upgrade', (request, socket) => {
    note(request);
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    upstream: { addresses: [`127.0.0.1:${port}`] },
    seen,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}

const echo: RequestListener = (request, response) => {
  request.resume();
  response.setHeader('X-Request-Id', 'set-by-upstream');
  response.end(request.url);
};
