import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import cors from '@fastify/cors';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import type { EndpointName } from '../access.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';
import type { Parts } from '../parts.ts';
import { ApiError } from './api-error.ts';
import { authenticate, type Bearer } from './guard.ts';
import { addHealth } from './health-routes.ts';
import { parseJson } from './parse.ts';
import { refuseGarbage, sendError } from './send-error.ts';

const requestTimeoutMs = 30_000;

/** The api's HTTP side: endpoints, errors, CORS and the request log, made of `parts`. */
export function createServer(parts: Parts): FastifyInstance {
  const app = fastify({
    loggerInstance: parts.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    trustProxy: (_address: string, hop: number) => hop < parts.settings.TRUSTED_HOPS,
    bodyLimit: parts.settings.BODY_LIMIT,
    requestTimeout: requestTimeoutMs,
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => sendError(parts, error, request, reply),
    clientErrorHandler: (error, socket) => refuseGarbage(error, socket, randomUUID()),
  });
  app.register(cors, parts.cors);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('cache-control', 'no-store');
  });
  app.addHook('onSend', async ({ raw }) => parts.discardRest(raw));
  app.addHook('onResponse', async (request, reply) => logRequest(parts, request, reply));
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: unknown, text: string) =>
    parseJson(text),
  );
  app.setErrorHandler((error, request, reply) => sendError(parts, error, request, reply));
  app.setNotFoundHandler((request, reply) => sendError(parts, new ApiError('not_found'), request, reply));
  app.register(async (scope) => addHealth(scope, parts));
  for (const [name, endpoint] of Object.entries(parts.endpoints) as [EndpointName, Endpoint][]) {
    app.register(async (scope) => addEndpoint(scope, parts, name, endpoint));
  }
  return app;
}

function addEndpoint(scope: FastifyInstance, parts: Parts, name: EndpointName, endpoint: Endpoint): void {
  const bearers = new WeakMap<object, Bearer>();
  if (endpoint.foreignPages === 'refused') {
    scope.addHook('onRequest', async ({ headers }) => {
      if (!parts.isOwnOrigin(headers, parts.settings.CORS_ORIGIN)) throw new ApiError('origin_not_allowed');
    });
  }
  // Before the body is read: who may not call gets 401 whatever was sent.
  scope.addHook('onRequest', async (request) => {
    if (parts.access[name] !== 'open') bearers.set(request, await authenticate(parts, request, parts.access[name]));
  });
  if (endpoint.body === 'ignored') ignoreBodies(scope);
  scope.route({
    method: endpoint.method,
    url: endpoint.url,
    handler: (request, reply) => endpoint.handle({ parts, request, reply, bearer: bearers.get(request) }),
  });
}

/** Reads any body to its end without looking at it; its type is removed, since Fastify refuses odd ones. */
function ignoreBodies(scope: FastifyInstance): void {
  scope.addHook('onRequest', async (request) => {
    delete request.raw.headers['content-type'];
  });
  scope.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume();
    done(null);
  });
}

/** The caller's own id when it is one; what else stands there is not let into logs. */
function requestIdOf({ headers }: IncomingMessage): string {
  const id = headers['x-request-id'];
  return typeof id === 'string' && /^[\w.:-]{1,64}$/.test(id) ? id : randomUUID();
}

function logRequest(
  { log, metrics }: Parts,
  request: Parameters<typeof sendError>[2],
  reply: Parameters<typeof sendError>[3],
): void {
  const { method, routeOptions } = request;
  const route = routeOptions.url ?? 'unknown';
  metrics.request({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  const path = request.url.split('?', 1)[0];
  const line = { requestId: request.id, method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
  if (route.startsWith('/api')) log.info(line, 'request');
  else log.debug(line, 'request');
}
