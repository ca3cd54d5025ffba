import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendError } from '../http/answers.ts';
import type { WebParts } from '../parts.ts';
import { contentSecurityPolicy } from './security-headers.ts';

/** Answers a GET or HEAD with a file of the page, the page itself, or 404. */
export async function servePage(
  parts: WebParts,
  apiUrl: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  requestId: string,
): Promise<void> {
  const file = await parts.page.file(path);
  if (file !== undefined) return send(response, 200, file);
  const route = parts.page.hasRoute(path);
  // A person who mistypes an address gets the page's own words, a program gets JSON.
  const person = (request.headers.accept ?? '').includes('text/html');
  const index = route || person ? await parts.page.index(parts.pageConfig()) : undefined;
  if (index === undefined) return sendError(response, 'not_found', requestId);
  response.setHeader('content-security-policy', contentSecurityPolicy(request.headers.host, apiUrl));
  send(response, route ? 200 : 404, index);
}

function send(
  response: ServerResponse,
  status: number,
  file: { contentType: string; cacheControl: string; body: Buffer },
): void {
  response.writeHead(status, {
    'content-type': file.contentType,
    'cache-control': file.cacheControl,
    'content-length': file.body.length,
  });
  response.end(file.body);
}
