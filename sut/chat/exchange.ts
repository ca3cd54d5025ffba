import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ErrorAnswer, type ErrorCode, errors } from '#contracts/wire/errors.ts';

const requestIdShape = /^[\w.:-]{1,128}$/;

/** The request's id: the client's own when it is sane, else a new one, which is written back into the headers. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  if (typeof given === 'string' && requestIdShape.test(given)) return given;
  const id = randomUUID();
  request.headers['x-request-id'] = id;
  return id;
}

/** The client's address as the outermost believed proxy saw it. */
export function clientAddressOf(request: IncomingMessage, trustedHops: number): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const believed = forwarded.at(-trustedHops)?.trim();
  return believed || (request.socket.remoteAddress ?? '');
}

export function urlOf(request: IncomingMessage): URL {
  return URL.parse(request.url ?? '/', 'http://chat') ?? new URL('http://chat/');
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

export function sendError(response: ServerResponse, code: ErrorCode, requestId: string): void {
  sendJson(response, errors[code].status, errorAnswer(code, requestId));
}

export function errorAnswer(code: ErrorCode, requestId: string): ErrorAnswer {
  return { error: code, message: errors[code].message, requestId };
}
