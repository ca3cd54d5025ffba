import { ChatHistoryEntry } from '#contracts/wire/chat.ts';
import { redisKeys } from '#contracts/wire/redis.ts';
import type { Redis } from '../common/redis.ts';
import type { Identity } from './identity.ts';

export interface History {
  /** The newest entries that fit one message to the client, oldest first. Rejects when Redis is away. */
  read(identity: Identity): Promise<ChatHistoryEntry[]>;
  /** Stores a client's message unless its id was there before, on whatever socket or replica. */
  accept(identity: Identity, entry: ChatHistoryEntry): Promise<'new' | 'repeated'>;
  append(identity: Identity, entry: ChatHistoryEntry): Promise<void>;
}

const longest = 200;
const longestSeen = 1000;
/** Characters of JSON; well below the backlog at which a slow client is cut off. */
const longestRead = 262_144;

/** One script, so that an id is never marked as seen without its message being stored. */
const acceptScript = `
if redis.call('ZADD', KEYS[2], 'NX', ARGV[4], ARGV[2]) == 0 then return 0 end
redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -${longestSeen + 1})
redis.call('PEXPIRE', KEYS[2], ARGV[3])
redis.call('RPUSH', KEYS[1], ARGV[1])
redis.call('LTRIM', KEYS[1], -${longest}, -1)
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1`;

/** The last 200 entries of each session in Redis; their life begins anew with every entry. */
export function createHistory(redis: Redis, lifeSeconds: number): History {
  const life = Math.max(1, Math.round(lifeSeconds * 1000));
  const keyOf = ({ userId, sessionId }: Identity) => redisKeys.chatHistory(userId, sessionId);
  return {
    async read(identity) {
      const [before, own] = await Promise.all([
        redis.lrange(redisKeys.chatHistoryBefore(identity.userId), 0, -1),
        redis.lrange(keyOf(identity), 0, -1),
      ]);
      return newest([...before, ...own]).flatMap(parseEntry);
    },
    async accept(identity, entry) {
      const seen = redisKeys.chatSeen(identity.userId, identity.sessionId);
      const added = await redis.eval(
        acceptScript,
        2,
        keyOf(identity),
        seen,
        JSON.stringify(entry),
        entry.id,
        life,
        Date.now(),
      );
      return added === 1 ? 'new' : 'repeated';
    },
    async append(identity, entry) {
      const key = keyOf(identity);
      const results = await redis
        .multi()
        .rpush(key, JSON.stringify(entry))
        .ltrim(key, -longest, -1)
        .pexpire(key, life)
        .exec();
      const failed = results?.find(([error]) => error !== null);
      if (failed?.[0]) throw failed[0];
    },
  };
}

function newest(entries: readonly string[]): readonly string[] {
  let size = 0;
  const first = entries.findLastIndex((entry) => {
    size += entry.length;
    return size > longestRead;
  });
  return entries.slice(first + 1);
}

function parseEntry(text: string): ChatHistoryEntry[] {
  try {
    const entry = ChatHistoryEntry.safeParse(JSON.parse(text));
    return entry.success ? [entry.data] : [];
  } catch {
    return [];
  }
}
