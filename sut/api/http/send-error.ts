import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorAnswer, type ErrorCode, errors } from '#contracts/wire/errors.ts';
import type { Parts } from '../parts.ts';

/** Answers with the contract's form of `error`; logs what is the service's own fault, tells the client none of it. */
export function sendError(parts: Parts, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const described = parts.describeError(error);
  const { status } = errors[described.code];
  if (status === 500) request.log.error({ err: error }, 'a request failed');
  else if (status === 503) request.log.warn({ err: error }, 'a request was refused because of an outage');
  if (described.retryAfter !== undefined) reply.header('retry-after', described.retryAfter);
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  reply.code(status).send(answerOf(described.code, request.id));
}

export function answerOf(code: ErrorCode, requestId: string): ErrorAnswer {
  return { error: code, message: errors[code].message, requestId };
}

/** What is not even HTTP gets an answer, too, as long as the socket takes one. */
export function refuseGarbage(error: NodeJS.ErrnoException, socket: Socket, requestId: string): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const status = tooLarge ? 431 : 400;
  const body = JSON.stringify(answerOf('invalid_request', requestId));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
