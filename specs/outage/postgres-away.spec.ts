import { type Database, openDatabase, requirement } from '#fixtures/test.ts';
import { judgeOutage, type Outage, type Promises } from './judge-outage.ts';

const away = '503 store_unavailable';

/** Redis still knows who is out. A logout that cannot be recorded says so, and its token is refused all the same. */
// biome-ignore format: a table
const promised: Promises = {
  me:                { valid: away,         revoked: `401 token_revoked | ${away}`,   no: '401 token_missing' },
  login:             { valid: away,         revoked: away,                            no: away },
  refresh:           { valid: away,         revoked: `${away} | 401 refresh_invalid`, no: '401 refresh_invalid' },
  logout:            { valid: '200 failed', revoked: '200 failed | 200 complete',     no: '200 complete' },
  'SSE start':       { valid: away,         revoked: `401 token_revoked | ${away}`,   no: '401 token_missing' },
  'WebSocket start': { valid: '1013',       revoked: '1008 | 1013',                   no: '1008' },
  'sign-up':         { valid: away,         revoked: away,                            no: away },
};

const common = { promised, blind: true, recovery: 10_000 };

// Two connections a replica: the requests that wait for a lock have them all.
const options = { exclusive: true, settings: { PASSWORD_COST: '16', DATABASE_POOL_SIZE: '2' }, timeout: 60_000 };
const lock = 'LOCK TABLE users, sessions, refresh_tokens, revocations, documents IN ACCESS EXCLUSIVE MODE';

requirement('outage/postgres-away', options, async ({ client, system, verify }) => {
  const service = system.service('postgres');
  let holder: Database | undefined;
  const outages: readonly Outage[] = [
    { state: 'Postgres stopped', ...common, begin: () => service.stop(), end: () => service.restart() },
    { state: 'Postgres paused', ...common, begin: () => service.pause(), end: () => service.resume() },
    {
      state: 'Postgres’s pool exhausted',
      ...common,
      blind: 'at times',
      async begin() {
        holder = await openDatabase(system.granted('databaseUrl'));
        await holder.query('BEGIN');
        await holder.query(lock);
      },
      end: async () => holder?.[Symbol.asyncDispose](),
    },
  ];
  try {
    for (const outage of outages) await judgeOutage(client, outage, verify);
  } finally {
    await holder?.[Symbol.asyncDispose]();
  }
});
