import type { Defect } from '../defect.ts';

/** Defects that show while a store is away. */
export const outageDefects = {
  'api.redis.queues-while-away': {
    sentence: 'The api keeps its questions to Redis until Redis is back: requests hang as long as the outage.',
    failure: 'D-05',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'outage/redis-away',
        assertion: 'answers-in-time',
        observed: '^no answer within 2000 ms to me with revoked token, Redis stopped',
      },
    ],
  },
  'api.redis.no-command-timeout': {
    sentence: 'A Redis that accepts and never answers is waited for; one that is stopped is noticed.',
    failure: 'D-06',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'outage/redis-away',
        assertion: 'answers-in-time',
        observed: '^no answer within 2000 ms to me with revoked token, Redis paused',
      },
    ],
  },
  'api.revocation.trusts-unwritten-redis': {
    sentence: 'A logout that Redis did not take is pending, and meanwhile Redis is asked and knows nothing of it.',
    failure: 'D-07',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'outage/redis-away',
        assertion: 'logged-out-meanwhile',
        observed: '^200 (to a token logged out meanwhile, Redis out of memory|after Redis erroring)$',
      },
    ],
  },
  'api.errors.database-away-500': {
    sentence: 'A database that is away is answered 500.',
    failure: 'A-02',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'outage/postgres-away',
        assertion: 'as-promised',
        observed: '^500 internal to login with revoked token, Postgres stopped',
      },
    ],
  },
  'api.errors.database-away-401': {
    sentence: 'A database that is away is answered 401: everybody is sent to the login, which does not work either.',
    failure: 'A-02',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'outage/postgres-away',
        assertion: 'outage-is-no-refusal',
        observed: '^401 invalid_credentials to login with revoked token, Postgres stopped',
      },
    ],
  },
  'api.errors.no-retry-after': {
    sentence: 'An outage is answered 503 without Retry-After.',
    failure: 'A-02',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'outage/postgres-away', assertion: 'told-to-retry', observed: 'Retry-After: nothing to login' },
    ],
  },
  'api.health.always-green': {
    sentence: 'The api calls itself ready whatever its stores do.',
    failure: 'A-02',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'outage/postgres-away',
        assertion: 'readiness-red',
        observed: '^200 from /health, Postgres stopped',
      },
    ],
  },
  'api.database.gives-up': {
    sentence: 'After its first outage of the database the api finds no user any more, until somebody restarts it.',
    failure: 'A-02',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'outage/postgres-away', assertion: 'recovers', observed: '^503 to me after Postgres stopped' },
    ],
  },
} as const satisfies Record<string, Defect>;
