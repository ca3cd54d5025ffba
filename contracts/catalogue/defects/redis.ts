import type { Defect } from '../defect.ts';

/** Defects of sessions in Redis: other keys, other lives. */
export const redisDefects = {
  'chat.redis.session-key-differs': {
    sentence: 'The chat looks for the login’s session under `session:{user_id}`, where nobody writes it.',
    failure: 'D-01',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'redis/one-login-for-every-door',
        assertion: 'every-door-opens',
        observed: '^1008 Invalid token at a WebSocket',
      },
    ],
  },
  'chat.redis.blacklist-prefixed-twice': {
    sentence: 'The chat’s Redis client puts the prefix of the blacklist before keys that have it already.',
    failure: 'D-01',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'redis/one-login-for-every-door',
        assertion: 'every-door-closes',
        observed: '^let in at a ticket',
      },
    ],
  },
  'api.refresh.life-from-login': {
    sentence: 'A refresh token lives from the login on: rotation does not begin its life anew.',
    failure: 'D-02',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'redis/activity-keeps-the-session',
        assertion: 'refresh-granted',
        observed: '^401 refresh_invalid to a refresh',
      },
    ],
  },
  'chat.session.not-touched': {
    sentence: 'What arrives on a socket does not touch the life of its session.',
    failure: 'D-02',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'redis/activity-keeps-the-session', assertion: 'websocket-keeps', observed: '^no chat session' },
    ],
  },
  'chat.session.fifteen-minutes': {
    sentence: 'The chat’s session lives for 15 minutes, that of HTTP for 30.',
    failure: 'D-02',
    seams: [{ service: 'chat' }],
    caughtBy: [{ requirement: 'chat/session-stands-in-redis', assertion: 'for-1800-s', observed: '^900 s' }],
  },
  'api.session.no-absolute-age': {
    sentence: 'Each refresh begins the life of the whole session anew: it never ends.',
    failure: 'D-03',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'redis/no-session-outlives-its-age',
        assertion: 'ends-at-its-age',
        observed: '^200 to a refresh after 4\\.\\d s',
      },
    ],
  },
  'api.redis.stays-on-readonly': {
    sentence: 'The api keeps its connection to a Redis that has become read-only.',
    failure: 'D-04',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'redis/failover-heals-by-itself',
        assertion: 'heals-in-5-s',
        observed: '^503.* to a login, me and a logout',
      },
    ],
  },
  'chat.redis.stays-on-readonly': {
    sentence: 'The chat keeps its connection to a Redis that has become read-only.',
    failure: 'D-04',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'redis/failover-heals-by-itself', assertion: 'heals-in-5-s', observed: '^1013 to a WebSocket' },
    ],
  },
  'api.redis.evicts-anything': {
    sentence: 'Redis is told to be a cache: `allkeys-lru`.',
    failure: 'D-08',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'redis/sessions-are-not-evicted',
        assertion: 'sessions-survive',
        observed: '^[0-3] of 4 sessions',
      },
    ],
  },
  'api.redis.evicts-what-expires': {
    sentence: 'Redis may evict what has a TTL, `volatile-lru`, and every session has one.',
    failure: 'D-08',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'redis/sessions-are-not-evicted',
        assertion: 'sessions-survive',
        observed: '^[0-3] of 4 sessions',
      },
    ],
  },
  'chat.metrics.no-evictions': {
    sentence: 'Nobody can see whether Redis evicts: there is no metric of it.',
    failure: 'D-08',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'redis/sessions-are-not-evicted', assertion: 'evictions-are-told', observed: '^no such metric' },
    ],
  },
} as const satisfies Record<string, Defect>;
