import { redisChannels, redisKeys } from '#contracts/wire/redis.ts';
import type { Redis } from '../../common/redis.ts';
import { allOf, orRedisAway } from '../store/outage.ts';

/** Dead: a session, and the token it was ended with; lives in ms from now. */
export interface Dead {
  readonly sessionId: string;
  readonly tokenHash: string | null;
  readonly life: number;
  readonly tokenLife: number;
}

/** The writing side of the blacklist in Redis. Rejects with StoreUnavailable. */
export interface BlacklistWriter {
  /** Refuses the sessions from now on and tells every replica to close what they have open. */
  put(dead: readonly Dead[]): Promise<void>;
  /** Writes all that Postgres knows, and then says that the blacklist is complete. */
  fill(dead: readonly Dead[]): Promise<void>;
  isComplete(): Promise<boolean>;
  /** Those of `sessionIds` that are refused. */
  revokedOf(sessionIds: readonly string[]): Promise<readonly string[]>;
}

const fillChunk = 1000;

export function createBlacklistWriter(redis: Redis): BlacklistWriter {
  return {
    async put(dead) {
      if (dead.length === 0) return;
      const multi = refuse(redis.multi(), dead);
      for (const { sessionId } of dead) multi.publish(redisChannels.sessionEnded, JSON.stringify({ sessionId }));
      await allOf(multi);
    },
    async fill(dead) {
      for (let from = 0; from < dead.length; from += fillChunk) {
        await allOf(refuse(redis.pipeline(), dead.slice(from, from + fillChunk)));
      }
      await orRedisAway(redis.set(redisKeys.blacklistComplete, '1'));
    },
    isComplete: async () => (await orRedisAway(redis.exists(redisKeys.blacklistComplete))) === 1,
    async revokedOf(sessionIds) {
      const answers = await orRedisAway(redis.mget(sessionIds.map(redisKeys.blacklistSession)));
      return sessionIds.filter((_, index) => answers[index] !== null);
    },
  };
}

function refuse(multi: ReturnType<Redis['multi']>, dead: readonly Dead[]): ReturnType<Redis['multi']> {
  for (const { sessionId, tokenHash, life, tokenLife } of dead) {
    if (life > 0) multi.set(redisKeys.blacklistSession(sessionId), '1', 'PX', Math.ceil(life));
    if (tokenHash !== null && tokenLife > 0) {
      multi.set(redisKeys.blacklistToken(tokenHash), '1', 'PX', Math.ceil(tokenLife));
    }
  }
  return multi;
}
