import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { readSettings } from '../common/settings.ts';
import { createServer } from './http/server.ts';
import { createParts } from './service.ts';

/** The api without its stores: it asks them nothing, and listens where it is told to. */
export function serverUnderTest(): FastifyInstance {
  const settings = readSettings('api', {
    PORT: '1',
    SERVICE_NAME: 'api',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    CHAT_READER_PASSWORD: 'unused-here',
    REDIS_HOST: '127.0.0.1',
    REDIS_PORT: '1',
    JWT_SECRET: 'a-secret-of-this-test-and-of-nothing-else',
    CORS_ORIGIN: 'https://garden.example',
    OLLAMA_URL: 'http://127.0.0.1:1',
  });
  return createServer(createParts(settings, pino({ level: 'silent' })));
}
