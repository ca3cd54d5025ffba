import { z } from 'zod';
import { ServerMessage } from '#contracts/wire/chat.ts';
import { redisChannels } from '#contracts/wire/redis.ts';
import type { Redis } from '../common/redis.ts';
import type { Subscriber } from './subscriber.ts';

/** What one socket of a user shows on the others, on whatever replica they are. */
const Envelope = z.object({ origin: z.string(), userId: z.uuid(), message: ServerMessage });
type Envelope = z.infer<typeof Envelope>;

export interface Fanout {
  /** Must be called once for each socket of the user, and `leave` once for each that goes. */
  join(userId: string): Promise<void>;
  leave(userId: string): void;
  publish(envelope: Envelope): Promise<void>;
  onMessage(handler: (envelope: Envelope) => void): void;
}

export function createFanout(redis: Redis, subscriber: Subscriber): Fanout {
  const joined = new Map<string, number>();
  return {
    async join(userId) {
      const before = joined.get(userId) ?? 0;
      joined.set(userId, before + 1);
      // Also for the second socket: the first one's subscription may not have been confirmed.
      await subscriber.join(redisChannels.chatUser(userId));
    },
    leave(userId) {
      const left = (joined.get(userId) ?? 1) - 1;
      if (left > 0) return void joined.set(userId, left);
      joined.delete(userId);
      subscriber.leave(redisChannels.chatUser(userId));
    },
    async publish(envelope) {
      await redis.publish(redisChannels.chatUser(envelope.userId), JSON.stringify(envelope));
    },
    onMessage(handler) {
      subscriber.on(redisChannels.chatUser(''), (text) => handler(Envelope.parse(JSON.parse(text))));
    },
  };
}
