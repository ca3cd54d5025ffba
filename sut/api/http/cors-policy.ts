import type { FastifyCorsOptions } from '@fastify/cors';

/** Exact origins, with credentials; decided before anything can fail, so that errors can be read, too. */
export function corsPolicy(origins: readonly string[]): FastifyCorsOptions {
  return {
    origin: [...origins],
    credentials: true,
    strictPreflight: false,
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'last-event-id', 'x-request-id'],
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge: 600,
  };
}
