import type { ServerResponse } from 'node:http';
import { type ErrorCode, errors } from '#contracts/wire/errors.ts';

/** Ends `response` with JSON that nobody may store. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    'cache-control': 'no-store',
  });
  response.end(bytes);
}

/** Ends `response` with the ErrorAnswer of `code`. */
export function sendError(response: ServerResponse, code: ErrorCode, requestId: string): void {
  const { status, message } = errors[code];
  sendJson(response, status, { error: code, message, requestId });
}
