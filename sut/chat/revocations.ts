import { z } from 'zod';
import { redisChannels, redisKeys } from '#contracts/wire/redis.ts';
import type { Redis } from '../common/redis.ts';
import type { Identity } from './identity.ts';
import type { Subscriber } from './subscriber.ts';

export interface Revocations {
  /** Calls `handler` as soon as a session is said to have ended. */
  onSessionEnded(handler: (sessionId: string) => void): void;
  /** Those of `identities` that the blacklist has. Rejects when Redis is away: that revokes nobody. */
  among(identities: readonly Identity[]): Promise<Identity[]>;
}

const SessionEnded = z.object({ sessionId: z.uuid() });
const chunk = 500;

export function createRevocations(redis: Redis, subscriber: Subscriber): Revocations {
  return {
    onSessionEnded(handler) {
      subscriber.on(redisChannels.sessionEnded, (text) => handler(SessionEnded.parse(JSON.parse(text)).sessionId));
    },
    async among(identities) {
      const revoked: Identity[] = [];
      for (let from = 0; from < identities.length; from += chunk) {
        const asked = identities.slice(from, from + chunk);
        const answers = await redis.mget(asked.flatMap(keysOf));
        revoked.push(...asked.filter((_, n) => answers[2 * n] != null || answers[2 * n + 1] != null));
      }
      return revoked;
    },
  };
}

function keysOf({ tokenHash, sessionId }: Identity): [string, string] {
  return [redisKeys.blacklistToken(tokenHash), redisKeys.blacklistSession(sessionId)];
}
