import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OriginPolicy } from './origins.ts';

/** Sets the CORS headers that the request's Origin is due; answers a preflight and then returns true. */
export function applyCors(origins: OriginPolicy, request: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = request.headers;
  response.setHeader('vary', 'Origin');
  if (origin !== undefined && origins.allows(origin)) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-expose-headers', 'X-Request-Id');
  }
  if (request.method !== 'OPTIONS') return false;
  if (response.hasHeader('access-control-allow-origin')) {
    response.setHeader('access-control-allow-methods', 'POST');
    response.setHeader('access-control-allow-headers', 'authorization, content-type, x-request-id');
    response.setHeader('access-control-max-age', '600');
  }
  response.writeHead(204).end();
  return true;
}
