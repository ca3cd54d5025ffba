import type { WebSocket } from 'ws';
import type { Logger } from '../common/log.ts';
import type { Admission } from './authenticate.ts';
import { type Close, closeOf, type Refusal } from './closing.ts';
import { Connection, type Wire } from './connection.ts';
import { converse } from './conversation.ts';
import type { Wheel } from './heartbeat.ts';
import type { Identity } from './identity.ts';
import type { ChatParts } from './parts.ts';
import type { Registry } from './registry.ts';

export interface SocketContext {
  readonly parts: ChatParts;
  readonly registry: Registry;
  readonly wheel: Wheel;
  readonly heartbeatMs: number;
  readonly draining: () => boolean;
  readonly log: Logger;
}

export interface Peer {
  readonly requestId: string;
  readonly address: string;
  readonly wire: Wire;
}

let opened = 0;

/** The library's error for a message beyond the limit; it has sent 1009 by itself then. */
const payloadTooLarge = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';

/** Closes an accepted socket with the code of its refusal, or opens it: session, history, `ready`, messages. */
export async function settleSocket(
  context: SocketContext,
  socket: WebSocket,
  admission: Admission,
  peer: Peer,
): Promise<void> {
  if ('refusal' in admission) return refuse(context, socket, admission.refusal, peer);
  const { parts, log } = context;
  const { identity } = admission;
  const connectedAt = new Date().toISOString();
  const prepared = await Promise.allSettled([
    parts.sessions.open(identity, connectedAt),
    parts.history.read(identity),
    parts.fanout.join(identity.userId),
  ]);
  const [session, history, joined] = prepared;
  parts.metrics.redisSessionHealth.set(session.status === 'fulfilled' ? 1 : 0);
  if (
    session.status === 'rejected' ||
    history.status === 'rejected' ||
    joined.status === 'rejected' ||
    context.draining()
  ) {
    parts.fanout.leave(identity.userId);
    return refuse(context, socket, context.draining() ? 'draining' : 'store_unavailable', peer);
  }
  opened += 1;
  const connection = new Connection(`${parts.replicaId}:${opened}`, identity, peer.requestId, socket, peer.wire);
  context.registry.add(connection);
  context.wheel.add(connection);
  parts.metrics.authenticated.inc();
  parts.metrics.open.inc();
  const { userId, sessionId } = identity;
  log.info({ requestId: peer.requestId, userId, sessionId, address: peer.address }, 'connection opened');
  listen(context, socket, connection, connectedAt);
  connection.send({ type: 'ready', sessionId, heartbeatMs: context.heartbeatMs, history: history.value });
  socket.resume();
}

function listen(context: SocketContext, socket: WebSocket, connection: Connection, connectedAt: string): void {
  const { parts, log } = context;
  const { identity, requestId } = connection;
  const alive = () => {
    if (socket.readyState !== socket.OPEN) return;
    connection.unansweredPings = 0;
    touch(parts, identity, connectedAt);
  };
  socket.on('pong', alive);
  socket.on('message', (data, isBinary) => {
    if (socket.readyState !== socket.OPEN) return;
    alive();
    converse(parts, connection, data, isBinary, log).catch((err: unknown) => {
      log.error({ err, requestId }, 'a message failed');
      connection.send({ type: 'error', code: 'internal', message: 'Internal error' });
    });
  });
  socket.on('error', (error) => {
    if ('code' in error && error.code === payloadTooLarge) connection.closedWith ??= parts.closes.tooLarge.code;
  });
  socket.on('close', (peerCode) => {
    const code = connection.closedWith ?? peerCode;
    context.registry.remove(connection);
    context.wheel.remove(connection);
    parts.fanout.leave(identity.userId);
    parts.metrics.open.dec();
    countClose(parts, code);
    const { userId, sessionId } = identity;
    log.info({ requestId, userId, sessionId, code, durationMs: Date.now() - connection.openedAt }, 'connection closed');
  });
}

function refuse(context: SocketContext, socket: WebSocket, refusal: Refusal, { requestId, address }: Peer): void {
  const { parts, log } = context;
  const { code, reason }: Close = closeOf(refusal, parts.closes);
  parts.metrics.refused.inc({ reason: refusal });
  log.info({ requestId, address, code, refusal }, 'connection refused');
  socket.on('close', () => countClose(parts, code));
  socket.close(code, reason);
  // Paused since the handshake; the peer's own close frame has to be read.
  socket.resume();
}

function touch(parts: ChatParts, identity: Identity, connectedAt: string): void {
  parts.sessions.touch(identity, connectedAt).then(
    () => parts.metrics.redisSessionHealth.set(1),
    () => parts.metrics.redisSessionHealth.set(0),
  );
}

function countClose(parts: ChatParts, code: number): void {
  parts.metrics.closed.inc({ code: code < 3000 ? String(code) : 'other' });
}
