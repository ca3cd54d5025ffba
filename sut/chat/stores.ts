import { connectDatabase, type Database } from '../common/database.ts';
import type { Logger } from '../common/log.ts';
import { connectRedis, type Redis } from '../common/redis.ts';
import type { ChatSettings } from './parts.ts';
import { createSubscriber, type Subscriber } from './subscriber.ts';

type StoreState = 'ok' | 'unavailable';

export interface Stores {
  readonly redis: Redis;
  readonly subscriber: Subscriber;
  readonly database: Database;
  /** Asks each store now, within its timeout; asked again meanwhile, the same question is shared. */
  check(): Promise<Readonly<Record<'redis' | 'postgres', StoreState>>>;
  /** Keys that Redis has evicted since it started. */
  evictedKeys(): Promise<number>;
  close(): Promise<void>;
}

export function connectStores(settings: ChatSettings, log: Logger): Stores {
  const redis = connectRedis(settings, log, settings.SERVICE_NAME);
  const subscriber = createSubscriber(settings, log, `${settings.SERVICE_NAME} subscriber`);
  const database = connectDatabase(settings, log, settings.SERVICE_NAME);
  let asked: ReturnType<Stores['check']> | undefined;
  const ask = async () => {
    const listening = subscriber.redis.status === 'ready';
    const [pong, row] = await Promise.all([stateOf(redis.ping()), stateOf(database.query('SELECT 1'))]);
    return { redis: listening ? pong : 'unavailable', postgres: row } as const;
  };
  return {
    redis,
    subscriber,
    database,
    check() {
      asked ??= ask().finally(() => {
        asked = undefined;
      });
      return asked;
    },
    evictedKeys: async () => Number(/evicted_keys:(\d+)/.exec(await redis.info('stats'))?.[1]),
    async close() {
      redis.disconnect();
      subscriber.close();
      await database.end();
    },
  };
}

function stateOf(answer: Promise<unknown>): Promise<StoreState> {
  return answer.then(
    () => 'ok',
    () => 'unavailable',
  );
}
