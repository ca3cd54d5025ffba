import { MeAnswer } from '#contracts/wire/auth.ts';
import { openRedis, redisEntries, redisLife, requirement } from '#fixtures/test.ts';

// Literals of report 4: the key, the five fields, the endpoint, and setex 1800.
const fields = ['connected_at', 'email', 'role', 'user_id', 'websocket_endpoint'];
const life = 1800;
const slack = 10;

requirement('chat/session-stands-in-redis', async ({ system, client, session, verify }) => {
  const address = system.granted('redis');
  const { user } = session;
  const sessionId = (await session.me()).json(MeAnswer).session.id;
  const key = `chat_session:${user.id}:${sessionId}`;
  const began = Date.now();
  await using socket = client.socket(`?token=${session.accessToken}`);
  await socket.untilMessage('ready', 5000);

  await using redis = await openRedis(address);
  const stored = await redis.send('GET', key);
  verify('under-its-key', {
    expected: 'a value',
    actual: typeof stored === 'string' ? 'a value' : 'nothing',
    when: 'under chat_session:{user_id}:{session_id}',
  });
  const value = JSON.parse(String(stored)) as Record<string, unknown>;
  verify('five-fields', { expected: fields.join(', '), actual: Object.keys(value).sort().join(', ') });
  const { connected_at: connectedAt, ...rest } = value;
  verify('says-who', {
    expected: { user_id: user.id, email: user.email, role: 'user', websocket_endpoint: '/chat/ws' },
    actual: rest,
  });
  const since = Date.parse(String(connectedAt));
  verify('says-who', {
    expected: 'a time after the connect began',
    actual: String(connectedAt),
    holds: Math.abs(since - began) < 10_000,
  });
  const seconds = Math.ceil((await redisLife(address, key)) / 1000);
  verify('for-1800-s', {
    expected: `${life - slack} to ${life} s`,
    actual: seconds <= 0 ? 'for ever' : `${seconds} s`,
    holds: seconds > life - slack && seconds <= life,
  });
  const naming = (await redisEntries(address)).filter((entry) => entry.includes(user.id));
  verify('no-second-key', {
    expected: [],
    actual: naming.filter((entry) => entry !== key).map((entry) => entry.replace(user.id, '{user_id}')),
  });
});
