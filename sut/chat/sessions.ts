import { ChatSession } from '#contracts/wire/chat.ts';
import { redisKeys } from '#contracts/wire/redis.ts';
import type { Redis } from '../common/redis.ts';
import type { Identity } from './identity.ts';

export interface Sessions {
  /** Stores the session; its life begins anew. Rejects when Redis is away. */
  open(identity: Identity, connectedAt: string): Promise<void>;
  /** Activity: the life begins anew, and a session that Redis lost is stored again. */
  touch(identity: Identity, connectedAt: string): Promise<void>;
  /** The login session has ended. */
  end(identity: Identity): Promise<void>;
}

/** `chat_session:{user}:{session}` in Redis, with one sliding life. */
export function createSessions(redis: Redis, lifeSeconds: number): Sessions {
  const life = Math.max(1, Math.round(lifeSeconds * 1000));
  const store = async (identity: Identity, connectedAt: string) => {
    const session: ChatSession = {
      user_id: identity.userId,
      email: identity.email,
      role: identity.role,
      connected_at: connectedAt,
      websocket_endpoint: ChatSession.shape.websocket_endpoint.value,
    };
    await redis.set(redisKeys.chatSession(identity.userId, identity.sessionId), JSON.stringify(session), 'PX', life);
  };
  return {
    open: store,
    async touch(identity, connectedAt) {
      const found = await redis.pexpire(redisKeys.chatSession(identity.userId, identity.sessionId), life);
      if (found === 0) await store(identity, connectedAt);
    },
    async end(identity) {
      await redis.del(redisKeys.chatSession(identity.userId, identity.sessionId));
    },
  };
}
