import { redisKeys } from '#contracts/wire/redis.ts';
import type { Redis } from './redis.ts';

/** `unknown`: Redis answered, but it is not known to hold every revocation. */
export type BlacklistAnswer = 'clear' | 'revoked' | 'unknown';

export interface Blacklist {
  /** One round trip. Rejects when Redis does not answer in time: nobody is let in then. */
  ask(tokenHash: string, sessionId: string): Promise<BlacklistAnswer>;
}

/** The blacklist that every request asks, in Redis. */
export function createBlacklist(redis: Redis): Blacklist {
  return {
    async ask(tokenHash, sessionId) {
      const [token, session, complete] = await redis.mget(
        redisKeys.blacklistToken(tokenHash),
        redisKeys.blacklistSession(sessionId),
        redisKeys.blacklistComplete,
      );
      if (token !== null || session !== null) return 'revoked';
      return complete === null ? 'unknown' : 'clear';
    },
  };
}
