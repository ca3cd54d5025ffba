import { openRedis, requirement } from '#fixtures/test.ts';
import { judgeOutage, type Outage, type Promises } from './judge-outage.ts';

const away = '503 store_unavailable';

/** Redis answers nothing that can be used: nobody is let in, and only a logout is answered 200. */
// biome-ignore format: a table
const unreadable: Promises = {
  me:                { valid: away,          revoked: `${away} | 401 token_revoked`,   no: '401 token_missing' },
  login:             { valid: away,          revoked: away,                            no: away },
  refresh:           { valid: away,          revoked: `${away} | 401 refresh_invalid`, no: '401 refresh_invalid' },
  logout:            { valid: '200 pending', revoked: '200 complete | 200 pending',    no: '200 complete' },
  'SSE start':       { valid: away,          revoked: `${away} | 401 token_revoked`,   no: '401 token_missing' },
  'WebSocket start': { valid: '1013',        revoked: '1013 | 1008',                   no: '1008' },
  'sign-up':         { valid: '201',         revoked: '201',                           no: '201' },
};

/** Redis can be read: who is valid may still be let in, until a logout could not be written. */
// biome-ignore format: a table
const unwritable: Promises = {
  me:                { valid: `200 | ${away}`, revoked: `401 token_revoked | ${away}`,   no: '401 token_missing' },
  login:             { valid: `200 | ${away}`, revoked: `200 | ${away}`,                 no: `200 | ${away}` },
  refresh:           { valid: `200 | ${away}`, revoked: `401 refresh_invalid | ${away}`, no: '401 refresh_invalid' },
  logout:            { valid: '200 pending',   revoked: '200 complete | 200 pending',    no: '200 complete' },
  'SSE start':       { valid: `200 | ${away}`, revoked: `401 token_revoked | ${away}`,   no: '401 token_missing' },
  'WebSocket start': { valid: 'ready | 1013',  revoked: '1008 | 1013',                   no: '1008' },
  'sign-up':         { valid: '201',           revoked: '201',                           no: '201' },
};

const recovery = 5000;
const options = { exclusive: true, settings: { PASSWORD_COST: '16' }, timeout: 60_000 };

requirement('outage/redis-away', options, async ({ client, system, verify }) => {
  const service = system.service('redis');
  const tell = async (...command: readonly [string, ...string[]]) => {
    await using redis = await openRedis(system.granted('redis'));
    await redis.send(...command);
  };
  const outages: readonly Outage[] = [
    {
      state: 'Redis stopped',
      promised: unreadable,
      blind: true,
      recovery,
      begin: () => service.stop(),
      end: () => service.restart(),
    },
    {
      state: 'Redis paused',
      promised: unreadable,
      blind: true,
      recovery,
      begin: () => service.pause(),
      end: () => service.resume(),
    },
    {
      state: 'Redis erroring',
      promised: unreadable,
      blind: true,
      recovery,
      // Who listens must come back, and is refused, too.
      begin: async () => {
        await tell('ACL', 'SETUSER', 'default', '-@all', '+acl', '+client|kill');
        await tell('CLIENT', 'KILL', 'TYPE', 'PUBSUB');
      },
      end: () => tell('ACL', 'SETUSER', 'default', '+@all'),
    },
    {
      state: 'Redis out of memory',
      promised: unwritable,
      blind: false,
      recovery,
      begin: () => tell('CONFIG', 'SET', 'maxmemory', '1'),
      end: () => tell('CONFIG', 'SET', 'maxmemory', '0'),
    },
    {
      state: 'Redis read-only',
      promised: unwritable,
      blind: false,
      recovery,
      begin: () => tell('REPLICAOF', '127.0.0.1', '1'),
      end: () => tell('REPLICAOF', 'NO', 'ONE'),
    },
  ];
  for (const outage of outages) await judgeOutage(client, outage, verify);
});
