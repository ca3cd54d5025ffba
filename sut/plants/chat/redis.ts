import type { ChatParts } from '../../chat/parts.ts';
import type { Planter } from '../planter.ts';

/** Defects of how the chat uses Redis: under which keys, and for how long. */
export const chatRedisPlanters = {
  'chat.redis.session-key-differs': (parts) => ({
    ...parts,
    async authenticate(needs, credential) {
      const admission = await parts.authenticate(needs, credential);
      if ('refusal' in admission) return admission;
      const found = await parts.stores.redis.exists(`session:${admission.identity.userId}`);
      return found === 1 ? admission : { refusal: 'user_unknown' };
    },
  }),

  'chat.redis.blacklist-prefixed-twice': (parts) => ({
    ...parts,
    blacklist: { ask: (hash, sessionId) => parts.blacklist.ask(`blacklist:${hash}`, `blacklist:session:${sessionId}`) },
  }),

  'chat.session.not-touched': (parts) => ({
    ...parts,
    sessions: { ...parts.sessions, touch: () => Promise.resolve() },
  }),

  'chat.ws.missing-token-rejected': (parts) => ({
    ...parts,
    async handshake(upgrade) {
      const admission = await upgrade.decide();
      if ('refusal' in admission && admission.refusal === 'token_missing') return upgrade.reject(403);
      return parts.handshake({ ...upgrade, decide: () => Promise.resolve(admission) });
    },
  }),

  'chat.redis.stays-on-readonly': (parts) => {
    parts.stores.redis.options.reconnectOnError = null;
    return parts;
  },

  'chat.metrics.no-evictions': (parts) => {
    parts.metrics.registry.removeSingleMetric('chat_redis_evicted_keys');
    return parts;
  },
} as const satisfies Record<string, Planter<ChatParts>>;
