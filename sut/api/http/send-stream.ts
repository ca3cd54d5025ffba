import { once } from 'node:events';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Feed } from '../answers/answers.ts';
import type { Parts } from '../parts.ts';

/**
 * Sends a feed as a text/event-stream until it ends, the client leaves or the session ends. Each event
 * is written at once; a client that does not read holds up only its own stream. Never rejects.
 */
export async function sendStream(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  sessionId: string,
  feed: Feed,
): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  const gone = new AbortController();
  raw.once('close', () => gone.abort());
  const stream = parts.openStreams.open(sessionId);
  const signal = AbortSignal.any([gone.signal, stream.signal]);
  if (raw.destroyed) gone.abort();
  parts.metrics.streamOpened();
  raw.writeHead(200, {
    ...(reply.getHeaders() as OutgoingHttpHeaders),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
  });
  raw.socket?.setNoDelay(true);
  raw.flushHeaders();
  const heart = setInterval(() => raw.write(parts.sse.heartbeat), parts.sse.heartbeatMs);
  try {
    for await (const event of feed.follow(signal)) {
      heart.refresh();
      if (!raw.write(parts.sse.frame(event))) await drained(raw, signal);
    }
  } catch (err) {
    // Without `done` or `error` the client comes back with its Last-Event-ID, which is answered properly.
    request.log.warn({ err }, 'a stream broke off');
  } finally {
    clearInterval(heart);
    stream.closed();
    parts.metrics.streamClosed();
    if (signal.aborted) feed.abandoned();
    raw.end();
  }
}

async function drained(raw: ServerResponse, signal: AbortSignal): Promise<void> {
  await once(raw, 'drain', { signal }).catch(() => undefined);
}
