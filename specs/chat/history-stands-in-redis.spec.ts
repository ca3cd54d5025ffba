import { MeAnswer } from '#contracts/wire/auth.ts';
import { openRedis, redisEntries, redisLife, requirement, until } from '#fixtures/test.ts';

// Literals of report 4: the key, and the 24 hours it lives.
const day = 86_400;
const slack = 60;

requirement('chat/history-stands-in-redis', async ({ system, client, session, verify }) => {
  const address = system.granted('redis');
  const sessionId = (await session.me()).json(MeAnswer).session.id;
  const key = `chat_history:${session.user.id}:${sessionId}`;
  await using socket = client.socket(`?token=${session.accessToken}`);
  await socket.untilMessage('ready', 5000);
  socket.send({ type: 'message', id: 'one', text: '[[tokens=2 interval=0]] Hello' });
  await socket.untilMessage('done', 5000);

  await using redis = await openRedis(address);
  const rolesIn = async () =>
    [await redis.send('LRANGE', key, '0', '-1')].flat().map((entry) => JSON.parse(String(entry)).role);
  // The answer is stored a moment after its client has it.
  await until(async () => (await rolesIn()).length === 2, { what: 'two entries', deadline: 3000 }).catch(() => []);
  verify('under-its-key', { expected: ['user', 'assistant'], actual: await rolesIn() });
  const seconds = Math.ceil((await redisLife(address, key)) / 1000);
  verify('for-24-h', {
    expected: `${day - slack} to ${day} s`,
    actual: `${seconds} s`,
    holds: seconds > day - slack && seconds <= day,
  });
  const old = `chat_history:${session.user.id}_${sessionId}`;
  const there = (await redisEntries(address)).filter((entry) => entry === old);
  verify('not-under-the-old-key', {
    expected: [],
    actual: there.map((entry) => entry.replace(session.user.id, '{user_id}')),
  });
});
