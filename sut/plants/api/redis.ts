import type { Parts } from '../../api/parts.ts';
import type { Planter } from '../planter.ts';

/** Redis is told which keys it may throw away when it is full. */
const evicting =
  (policy: string): Planter<Parts> =>
  (parts) => {
    parts.redis.on('ready', () => void parts.redis.config('SET', 'maxmemory-policy', policy).catch(() => undefined));
    return parts;
  };

/** Defects of how long the api lets a session live, and of how it uses Redis. */
export const redisPlanters = {
  'api.refresh.life-from-login': (parts) => {
    const { sessions, settings } = parts;
    const born = new Map<string, number>();
    return {
      ...parts,
      sessions: {
        ...sessions,
        open(user, sessionId) {
          born.set(sessionId, Date.now());
          return sessions.open(user, sessionId);
        },
        async rotate(token) {
          const since = born.get((await sessions.of(token)) ?? '') ?? 0;
          const over = Date.now() - since > settings.REFRESH_EXPIRES_IN * 1000;
          return over ? { outcome: 'refused' } : sessions.rotate(token);
        },
      },
    };
  },

  'api.redis.stays-on-readonly': (parts) => {
    parts.redis.options.reconnectOnError = null;
    return parts;
  },

  'api.redis.evicts-anything': evicting('allkeys-lru'),

  'api.redis.evicts-what-expires': evicting('volatile-lru'),
} as const satisfies Record<string, Planter<Parts>>;
