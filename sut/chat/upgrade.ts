import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { type ErrorCode, errors } from '#contracts/wire/errors.ts';
import { chatPaths } from '#contracts/wire/paths.ts';
import type { Admission } from './authenticate.ts';
import { clientAddressOf, errorAnswer, requestIdOf, urlOf } from './exchange.ts';
import { type SocketContext, settleSocket } from './open-socket.ts';
import type { ChatParts } from './parts.ts';

/** How long a peer may take to answer a close frame. */
const closeTimeout = 5000;

export type OnUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Answers the requests to upgrade: the socket's path goes through the handshake part, others get 404. */
export function createUpgrade(context: SocketContext, trustedHops: number): OnUpgrade {
  const { parts, log } = context;
  const server = createWebSocketServer(parts);
  return (request, socket, head) => {
    const requestId = requestIdOf(request);
    const ignore = () => {};
    socket.on('error', ignore);
    const reject = (code: ErrorCode, status: number = errors[code].status) =>
      socket.end(errorResponse(status, code, requestId));
    if (urlOf(request).pathname !== chatPaths.socket) return reject('not_found');
    parts.metrics.connects.inc();
    if (context.draining()) return reject('draining');
    const peer = { requestId, address: clientAddressOf(request, trustedHops), wire: socket };
    const arrived = context.registry.arrive();
    socket.once('close', arrived);
    const accept = () =>
      new Promise<WebSocket>((resolve) => {
        socket.off('error', ignore);
        server.handleUpgrade(request, socket, head, (accepted) => {
          accepted.pause();
          accepted.on('error', (err) => log.debug({ err, requestId }, 'a socket failed'));
          resolve(accepted);
        });
      });
    parts
      .handshake({
        accept,
        reject: (status) => reject(status === 503 ? 'store_unavailable' : 'token_invalid', status),
        decide: () => decide(parts, request),
        settle: (accepted, admission) => settleSocket(context, accepted, admission, peer),
      })
      .catch((err: unknown) => {
        log.error({ err, requestId }, 'a handshake failed');
        socket.destroy();
      })
      .finally(arrived);
  };
}

async function decide(parts: ChatParts, request: IncomingMessage): Promise<Admission> {
  if (!parts.origins.allows(request.headers.origin)) return { refusal: 'origin_not_allowed' };
  return parts.authenticate(parts, parts.credentialOf(request.headers, urlOf(request).searchParams));
}

function createWebSocketServer(parts: ChatParts): WebSocketServer {
  const options: ServerOptions & { closeTimeout: number } = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: parts.payloadLimit,
    handleProtocols: (offered) => parts.selectSubprotocol(offered),
    closeTimeout,
  };
  const server = new WebSocketServer(options);
  server.on('headers', (headers, request) => headers.push(`X-Request-Id: ${requestIdOf(request)}`));
  return server;
}

function errorResponse(status: number, code: ErrorCode, requestId: string): string {
  const body = JSON.stringify(errorAnswer(code, requestId));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
