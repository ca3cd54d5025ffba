import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HealthAnswer } from '#contracts/wire/health.ts';
import { paths } from '#contracts/wire/paths.ts';
import { discardRest } from '../../common/discard-rest.ts';
import type { Logger } from '../../common/log.ts';
import type { SettingsOf } from '../../common/settings.ts';
import { createAuthRoutes, forwarded } from '../auth/routes.ts';
import type { Inbound, WebParts } from '../parts.ts';
import { securityHeaders } from '../static/security-headers.ts';
import { servePage } from '../static/serve.ts';
import { sendError, sendJson } from './answers.ts';
import { createMetrics } from './metrics.ts';
import { readBody } from './read-body.ts';
import { requestIdOf } from './request-id.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers every request of the web tier; logs each with its route’s path, never its query. */
export function createHandler(
  parts: WebParts,
  settings: SettingsOf<'web'>,
  log: Logger,
  isDraining: () => boolean,
): Handler {
  const metrics = createMetrics();
  const auth = createAuthRoutes(parts, settings, log, metrics);

  const health = async (response: ServerResponse, ready: boolean) => {
    const page = (await parts.page.isThere()) ? 'ok' : 'unavailable';
    const status = !ready || (page === 'ok' && !isDraining()) ? 'ok' : 'unavailable';
    const answer: HealthAnswer = { status, service: settings.SERVICE_NAME, checks: { page } };
    sendJson(response, status === 'ok' ? 200 : 503, answer);
  };

  const post = async (request: IncomingMessage, response: ServerResponse, path: string, requestId: string) => {
    const { headers } = request;
    const body = await readBody(request, settings.BODY_LIMIT);
    const inbound: Inbound = {
      method: 'POST',
      path,
      headers,
      body: body ?? Buffer.alloc(0),
      peer: peerOf(request),
      requestId,
    };
    // Logging somebody out from a foreign page is an attack, small as it is.
    if (!parts.isOwnOrigin(headers, settings.CORS_ORIGIN)) return sendError(response, 'origin_not_allowed', requestId);
    if (path === paths.webLogout) return await auth.logout(inbound, response);
    if (body === undefined) return sendError(response, 'too_large', requestId);
    return await auth.forward(inbound, response);
  };

  const route = async (request: IncomingMessage, response: ServerResponse, path: string, requestId: string) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (request.method === 'POST' && path in forwarded) return await post(request, response, path, requestId);
    await discardRest(request);
    if (!reads || path.startsWith('/auth/') || path.startsWith('/api/'))
      return sendError(response, 'not_found', requestId);
    if (path === '/health' || path === '/health/ready') return await health(response, true);
    if (path === '/health/live') return await health(response, false);
    if (path === '/metrics') {
      const text = await metrics.text();
      response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
      return void response.end(text);
    }
    return await servePage(parts, settings.VITE_API_URL, request, response, path, requestId);
  };

  return (request, response) => {
    const began = performance.now();
    const requestId = requestIdOf(request.headers['x-request-id']);
    const path = pathOf(request.url ?? '/');
    response.setHeader('x-request-id', requestId);
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    response.on('close', () => {
      const ms = Math.round(performance.now() - began);
      const label = path in forwarded || path.startsWith('/health') || path === '/metrics' ? path : 'page';
      metrics.requests.inc({ route: label, status: String(response.statusCode) });
      metrics.durations.observe({ route: label }, ms / 1000);
      const level = path.startsWith('/health') || path === '/metrics' ? 'debug' : 'info';
      log[level](
        { requestId, method: request.method, path, status: response.statusCode, ms, ended: response.writableFinished },
        'request',
      );
    });
    route(request, response, path, requestId).catch((err: unknown) => {
      if (request.destroyed && !request.complete) return;
      log.error({ err, requestId, path }, 'a request failed');
      if (!response.headersSent) sendError(response, 'internal', requestId);
      else response.destroy();
    });
  };
}

function peerOf(request: IncomingMessage): string {
  return (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://web').pathname);
  } catch {
    return '/';
  }
}
