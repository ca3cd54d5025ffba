import { redisKeys } from '#contracts/wire/redis.ts';
import type { Redis } from '../common/redis.ts';

/** What the service before this one left in Redis. */
export interface OldHistories {
  /**
   * Gives each `chat_history:{user_id}_{session_id}` to its user, whose next session has another id; says how
   * many. May be called again, and by several replicas at once. Rejects when Redis is away.
   */
  adopt(): Promise<number>;
}

/** One script, so that no other replica sees a list that has left its old key and is not under the new one. */
const adoptScript = `
local life = redis.call('PTTL', KEYS[1])
if life == -2 then return 0 end
if life == -1 then life = tonumber(ARGV[1]) end
for _, entry in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do redis.call('RPUSH', KEYS[2], entry) end
redis.call('PEXPIRE', KEYS[2], math.max(life, redis.call('PTTL', KEYS[2])))
redis.call('DEL', KEYS[1])
return 1`;

const page = 1000;

export function createOldHistories(redis: Redis, lifeSeconds: number): OldHistories {
  const life = Math.max(1, Math.round(lifeSeconds * 1000));
  return {
    async adopt() {
      let adopted = 0;
      let cursor = '0';
      do {
        const [next, keys] = await redis.scan(cursor, 'MATCH', redisKeys.chatHistoryOld('*', '*'), 'COUNT', page);
        for (const key of keys) {
          const userId = key.slice(key.indexOf(':') + 1, key.lastIndexOf('_'));
          adopted += Number(await redis.eval(adoptScript, 2, key, redisKeys.chatHistoryBefore(userId), life));
        }
        cursor = next;
      } while (cursor !== '0');
      return adopted;
    },
  };
}
