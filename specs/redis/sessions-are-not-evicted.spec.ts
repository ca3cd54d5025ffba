import { MeAnswer } from '#contracts/wire/auth.ts';
import { openRedis, redisEntries, requirement } from '#fixtures/test.ts';

const room = 500_000;
const floods = 1000;
const cached = 'x'.repeat(10_000);

requirement('redis/sessions-are-not-evicted', { exclusive: true }, async ({ system, client, clientOf, verify }) => {
  const address = system.granted('redis');
  const sessions = await Promise.all([1, 2, 3, 4].map(() => client.register()));
  const keys: string[] = [];
  for (const session of sessions) {
    const { id } = (await session.me()).json(MeAnswer).session;
    keys.push(`chat_session:${session.user.id}:${id}`);
    await using socket = client.socket(`?token=${session.accessToken}`);
    await socket.untilMessage('ready', 5000);
  }
  const loggedOut = await client.register();
  await loggedOut.logout();

  await using redis = await openRedis(address);
  const read = async (section: string, name: string) =>
    Number(new RegExp(`${name}:(\\d+)`).exec(String(await redis.send('INFO', section)))?.[1]);
  await redis.send('CONFIG', 'SET', 'maxmemory', String((await read('memory', 'used_memory')) + room));
  const flooded = await Promise.all(
    Array.from({ length: floods }, (_, n) =>
      redis.send('SET', `cache:${n}`, cached, 'EX', '600').then(
        () => 'taken',
        (error: unknown) => (/^OOM /.test((error as Error).message) ? 'refused' : String(error)),
      ),
    ),
  );

  const held = await redisEntries(address);
  verify('sessions-survive', {
    expected: `${keys.length} of ${keys.length} sessions`,
    actual: `${keys.filter((key) => held.includes(key)).length} of ${keys.length} sessions`,
    when: `after ${floods} keys of a cache, ${flooded.filter((outcome) => outcome === 'refused').length} refused`,
  });
  for (const session of sessions) {
    verify('logins-survive', { expected: 200, actual: (await session.me()).status, when: 'to GET me' });
  }
  verify('revoked-stays-out', { expected: 401, actual: (await loggedOut.me()).status, when: 'to GET me' });
  const { body } = await clientOf(system.direct('chat')).get('/metrics');
  verify('evictions-are-told', {
    expected: `chat_redis_evicted_keys ${await read('stats', 'evicted_keys')}`,
    actual: /^chat_redis_evicted_keys .*$/m.exec(body)?.[0] ?? 'no such metric',
  });
});
