import { redisKeys } from '#contracts/wire/redis.ts';
import type { ChatParts } from '../../chat/parts.ts';
import type { Planter } from '../planter.ts';

type Identity = Parameters<ChatParts['sessions']['open']>[0];

/** Does something beside the opening of a session. */
const afterOpening =
  (act: (stores: ChatParts['stores'], identity: Identity, key: string) => Promise<unknown>): Planter<ChatParts> =>
  ({ sessions, ...parts }) => ({
    ...parts,
    sessions: {
      ...sessions,
      async open(identity, connectedAt) {
        await sessions.open(identity, connectedAt);
        await act(parts.stores, identity, redisKeys.chatSession(identity.userId, identity.sessionId));
      },
    },
  });

/** Defects of what the chat keeps of a session, and where. */
export const chatKeptPlanters = {
  'chat.session.by-user-alone': afterOpening(({ redis }, { userId }, key) => redis.rename(key, `session:${userId}`)),

  'chat.session.no-role': afterOpening(async ({ redis }, _identity, key) => {
    const { role: _, ...rest } = JSON.parse((await redis.get(key)) ?? '{}') as Record<string, unknown>;
    return redis.set(key, JSON.stringify(rest), 'KEEPTTL');
  }),

  'chat.session.for-ever': afterOpening(({ redis }, _identity, key) => redis.persist(key)),

  'chat.session.fifteen-minutes': afterOpening(({ redis }, _identity, key) => redis.expire(key, 900)),

  'chat.session.user-auth-beside': afterOpening(({ redis }, { userId, role }) =>
    redis.setex(`user_auth:${userId}`, 900, JSON.stringify({ role })),
  ),

  'chat.session.in-the-database': afterOpening(({ database }, { userId, sessionId }) =>
    database.query('INSERT INTO chat_sessions VALUES ($1, $2)', [userId, sessionId]).catch(() => undefined),
  ),

  'chat.history.old-keys-forgotten': (parts) => ({ ...parts, oldHistories: { adopt: () => Promise.resolve(0) } }),

  'chat.history.old-entries-to-everybody': (parts) => ({
    ...parts,
    history: {
      ...parts.history,
      async read(identity) {
        const keys = await parts.stores.redis.keys(redisKeys.chatHistoryBefore('*'));
        const users = keys.map((key) => ({ ...identity, userId: key.slice(key.indexOf(':') + 1) }));
        return (await Promise.all(users.map((user) => parts.history.read(user)))).flat();
      },
    },
  }),
} as const satisfies Record<string, Planter<ChatParts>>;
