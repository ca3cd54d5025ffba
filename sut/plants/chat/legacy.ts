import { redisKeys } from '#contracts/wire/redis.ts';
import type { ChatParts } from '../../chat/parts.ts';
import type { Planter } from '../planter.ts';

type Identity = Parameters<ChatParts['sessions']['open']>[0];

const sessionLife = 1800;
const historyLife = 86_400;

/** Defects of report 4: the layers that fall back, and what the old chat kept in Redis. */
export const legacyPlanters = {
  'chat.auth.session-manager': ({ sessions, standing, ...parts }) => {
    const own = new WeakMap<Identity, string>();
    const { redis } = parts.stores;
    const keyOf = ({ userId }: Identity) => `session:${userId}`;
    return {
      ...parts,
      sessions: {
        ...sessions,
        async open(identity, connectedAt) {
          await sessions.open(identity, connectedAt);
          const session = `${identity.sessionId} ${connectedAt}`;
          own.set(identity, session);
          await redis.setex(keyOf(identity), sessionLife, session);
        },
      },
      async standing(needs, identity) {
        const last = await redis.get(keyOf(identity)).catch(() => null);
        return last !== null && last !== own.get(identity) ? 'revoked' : standing(needs, identity);
      },
    };
  },

  'chat.auth.fallback-provider': (parts) => ({
    ...parts,
    authenticate(needs, credential) {
      const blacklist: ChatParts['blacklist'] = { ask: async () => 'clear' };
      const users: ChatParts['users'] = {
        async find(...of) {
          const user = await needs.users.find(...of);
          return user && { ...user, sessionRevoked: false };
        },
      };
      return parts.authenticate({ ...needs, blacklist, users }, credential);
    },
  }),

  'chat.auth.direct-lookup': (parts) => ({
    ...parts,
    async authenticate(needs, credential) {
      const admission = await parts.authenticate(needs, credential);
      if (!('refusal' in admission) || admission.refusal !== 'user_unknown') return admission;
      const verified = await parts.tokens.verify(credential?.value ?? '');
      if ('refusal' in verified) return verified;
      const { email, session_id: sessionId, exp: tokenExp } = verified.claims;
      const sql = 'SELECT id, role FROM users WHERE email = $1';
      const { rows } = await parts.stores.database.query<{ id: string; role: string }>(sql, [email]);
      if (rows[0] === undefined) return admission;
      return { identity: { userId: rows[0].id, role: rows[0].role, email, sessionId, tokenHash: '', tokenExp } };
    },
  }),

  'chat.auth.breaker-lets-in': (parts) => ({
    ...parts,
    async authenticate(needs, credential) {
      const admission = await parts.authenticate(needs, credential);
      if (!('refusal' in admission) || admission.refusal !== 'store_unavailable') return admission;
      const verified = await parts.tokens.verify(credential?.value ?? '');
      if ('refusal' in verified) return verified;
      const { id, email, role, session_id: sessionId, exp: tokenExp } = verified.claims;
      return { identity: { userId: id, email, role, sessionId, tokenHash: '', tokenExp } };
    },
    sessions: { ...parts.sessions, open: (...of) => parts.sessions.open(...of).catch(() => undefined) },
    history: { ...parts.history, read: (identity) => parts.history.read(identity).catch(() => []) },
    fanout: { ...parts.fanout, join: (userId) => parts.fanout.join(userId).catch(() => undefined) },
  }),

  'chat.history.old-key-beside': ({ history, ...parts }) => ({
    ...parts,
    history: {
      ...history,
      async accept(identity, entry) {
        const key = redisKeys.chatHistoryOld(identity.userId, identity.sessionId);
        await parts.stores.redis.multi().rpush(key, JSON.stringify(entry)).expire(key, historyLife).exec();
        return history.accept(identity, entry);
      },
    },
  }),
} as const satisfies Record<string, Planter<ChatParts>>;
