import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HealthAnswer } from '#contracts/wire/health.ts';
import { chatPaths } from '#contracts/wire/paths.ts';
import { discardRest } from '../common/discard-rest.ts';
import type { Logger } from '../common/log.ts';
import { requestIdOf, sendError, sendJson, urlOf } from './exchange.ts';
import type { ChatParts } from './parts.ts';
import { answerTickets } from './ticket-endpoint.ts';

interface Service {
  readonly name: string;
  readonly draining: () => boolean;
}

/** Everything but the socket: tickets, health and metrics. */
export async function answerHttp(
  parts: ChatParts,
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
  log: Logger,
): Promise<void> {
  await discardRest(request);
  const requestId = requestIdOf(request);
  response.setHeader('x-request-id', requestId);
  const { pathname } = urlOf(request);
  if (pathname === chatPaths.tickets) return answerTickets(parts, request, response, requestId, log);
  if (pathname === chatPaths.socket) return sendError(response, 'invalid_request', requestId);
  const reads = request.method === 'GET' || request.method === 'HEAD';
  switch (reads ? pathname : '') {
    case chatPaths.live:
      return sendJson(response, 200, { status: 'ok', service: service.name, checks: {} } satisfies HealthAnswer);
    case chatPaths.health:
    case chatPaths.ready: {
      const checks = { ...(await parts.stores.check()), accepting: service.draining() ? 'unavailable' : 'ok' } as const;
      const status = Object.values(checks).includes('unavailable') ? 'unavailable' : 'ok';
      return sendJson(response, status === 'ok' ? 200 : 503, {
        status,
        service: service.name,
        checks,
      } satisfies HealthAnswer);
    }
    case chatPaths.metrics:
      response.writeHead(200, { 'content-type': parts.metrics.registry.contentType });
      response.end(await parts.metrics.registry.metrics());
      return;
    default:
      return sendError(response, 'not_found', requestId);
  }
}
