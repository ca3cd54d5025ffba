import { Redis } from 'ioredis';
import type { Logger } from './log.ts';

export type { Redis } from 'ioredis';

interface RedisSettings {
  readonly REDIS_HOST: string;
  readonly REDIS_PORT: number;
  readonly REDIS_COMMAND_TIMEOUT_MS: number;
}

/**
 * A client that fails fast and comes back by itself: nothing is queued while Redis is away (a command
 * replayed after an outage could undo a logout), a silent Redis costs one command timeout, and a
 * replica that answers READONLY is left for a new connection. Who subscribes does it again at each
 * `ready`: the library would do it by itself, and leave a refusal to nobody, which ends the process.
 */
export function connectRedis(settings: RedisSettings, log: Logger, purpose: string): Redis {
  const redis = new Redis({
    host: settings.REDIS_HOST,
    port: settings.REDIS_PORT,
    connectionName: purpose,
    commandTimeout: settings.REDIS_COMMAND_TIMEOUT_MS,
    connectTimeout: settings.REDIS_COMMAND_TIMEOUT_MS,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResubscribe: false,
    retryStrategy: (attempt) => Math.min(25 * 2 ** attempt, 500),
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  });
  let away = false;
  redis.on('error', (err) => {
    if (!away) log.warn({ err, purpose }, 'redis is away');
    away = true;
  });
  redis.on('ready', () => {
    if (away) log.info({ purpose }, 'redis is back');
    away = false;
  });
  return redis;
}
