import type { Requirement } from '../requirement.ts';

/** What is promised of every state of a store and every token, for me, login, refresh, logout, SSE, WebSocket and sign-up. */
export const outageAssertions = {
  'answers-in-time': 'each request is answered within 2 s',
  'revoked-stays-out': 'no request with a token or cookie that was revoked before is let in',
  'outage-is-no-refusal': 'no valid token, cookie or password is refused with 401, 403 or 1008',
  'as-promised': 'each request is answered as the table of that state says',
  'told-to-retry': 'each 503 says what to do, and when in Retry-After',
  'logged-out-meanwhile': 'a token whose logout was answered during the outage is refused in it, and with 401 after it',
  'readiness-red': '/health answers 503 while the store cannot be asked',
  recovers:
    'a valid session and a login are served again within 5 s of the end of an outage of Redis, 10 s of Postgres, with no restart',
} as const;

/** Tables of outages: state of a store x token x request. */
export const outageRequirements = {
  'outage/redis-away': {
    level: 'MUST',
    sentence:
      'While Redis is stopped, paused, erroring, out of memory or read-only, every request is answered in 2 s as promised: nobody revoked gets in, nobody valid is sent to the login, a logout says what it did; and all of it heals by itself.',
    sources: ['D-05', 'D-06', 'D-07', 'L-16', 'report 3', 'DESIGN'],
    assertions: outageAssertions,
  },
  'outage/postgres-away': {
    level: 'MUST',
    sentence:
      'While Postgres is stopped, paused or its pool exhausted, every request is answered in 2 s as promised: 503 with Retry-After instead of 401 or 500, nobody revoked gets in, a logout says what it did; and all of it heals by itself.',
    sources: ['A-02', 'report 2', 'report 3', 'DESIGN'],
    assertions: outageAssertions,
  },
} as const satisfies Record<`outage/${string}`, Requirement>;
