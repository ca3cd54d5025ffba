import { redisChannels } from '#contracts/wire/redis.ts';
import type { Logger } from '../common/log.ts';
import { connectRedis, type Redis } from '../common/redis.ts';

/** The one connection that listens. Redis' own state says which channels: they come back with it. */
export interface Subscriber {
  readonly redis: Redis;
  on(channelPrefix: string, handler: (message: string) => void): void;
  close(): void;
}

const checkEveryMs = 2000;

/** Also notices a connection that is open and dead, which without traffic nothing else would. */
export function createSubscriber(settings: Parameters<typeof connectRedis>[0], log: Logger, name: string): Subscriber {
  const redis = connectRedis(settings, log, name);
  const handlers: [string, (message: string) => void][] = [];
  redis.on('ready', () => {
    redis.subscribe(redisChannels.sessionEnded).catch((err: unknown) => log.warn({ err }, 'the subscription failed'));
  });
  redis.on('message', (channel: string, message: string) => {
    try {
      for (const [prefix, handler] of handlers) if (channel.startsWith(prefix)) handler(message);
    } catch (err) {
      log.warn({ err, channel }, 'a message between services was not understood');
    }
  });
  const check = setInterval(() => {
    if (redis.status === 'ready') redis.ping().catch(() => redis.disconnect(true));
  }, checkEveryMs);
  return {
    redis,
    on: (channelPrefix, handler) => void handlers.push([channelPrefix, handler]),
    close() {
      clearInterval(check);
      redis.disconnect();
    },
  };
}
