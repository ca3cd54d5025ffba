import { redisChannels } from '#contracts/wire/redis.ts';
import type { Logger } from '../common/log.ts';
import { connectRedis, type Redis } from '../common/redis.ts';

/** The one connection that listens. Channels that were joined come back with Redis. */
export interface Subscriber {
  readonly redis: Redis;
  join(channel: string): Promise<void>;
  leave(channel: string): void;
  on(channelPrefix: string, handler: (message: string) => void): void;
  close(): void;
}

const checkEveryMs = 2000;

/** Also notices what without traffic nothing else would: a connection that is open and dead, or was refused its channels. */
export function createSubscriber(settings: Parameters<typeof connectRedis>[0], log: Logger, name: string): Subscriber {
  const redis = connectRedis(settings, log, name);
  const handlers: [string, (message: string) => void][] = [];
  const channels = new Set<string>([redisChannels.sessionEnded]);
  let complete = false;
  const subscribe = () => {
    complete = false;
    redis.subscribe(...channels).then(
      () => {
        complete = true;
      },
      (err: unknown) => log.warn({ err }, 'the subscription failed'),
    );
  };
  redis.on('ready', subscribe);
  redis.on('message', (channel: string, message: string) => {
    try {
      for (const [prefix, handler] of handlers) if (channel.startsWith(prefix)) handler(message);
    } catch (err) {
      log.warn({ err, channel }, 'a message between services was not understood');
    }
  });
  const check = setInterval(() => {
    if (redis.status !== 'ready') return;
    redis.ping().catch(() => redis.disconnect(true));
    if (!complete) subscribe();
  }, checkEveryMs);
  return {
    redis,
    async join(channel) {
      channels.add(channel);
      await redis.subscribe(channel);
    },
    leave(channel) {
      channels.delete(channel);
      // Away: then there is nothing to leave.
      redis.unsubscribe(channel).catch(() => undefined);
    },
    on: (channelPrefix, handler) => void handlers.push([channelPrefix, handler]),
    close() {
      clearInterval(check);
      redis.disconnect();
    },
  };
}
