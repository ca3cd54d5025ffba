import { openRedis, redisLife, requirement } from '#fixtures/test.ts';

// Literals of report 4: the old key, and the 24 hours it lives.
const day = 86_400;
const left = 3600;
const texts = ['first question', 'first answer', 'second question'];

const options = { exclusive: true };
requirement('chat/old-history-is-kept', options, async ({ system, client, verify }) => {
  const address = system.granted('redis');
  const { user, credentials } = await client.register();
  {
    await using redis = await openRedis(address);
    const old = `chat_history:${user.id}_5f0c8e9a-0b3e-4a53-9f5e-6f1f1a5a0d10`;
    for (const [n, text] of texts.entries()) {
      const role = n % 2 === 0 ? 'user' : 'assistant';
      await redis.send('RPUSH', old, JSON.stringify({ id: `old-${n}`, role, text, at: `2025-08-17T10:00:0${n}.000Z` }));
    }
    await redis.send('EXPIRE', old, String(left));
  }
  await system.service('chat').restart();

  const shownTo = async (accessToken: string) => {
    await using socket = client.socket(`?token=${accessToken}`);
    const { history } = await socket.untilMessage('ready', 5000);
    return history.map(({ text }) => text);
  };
  for (const when of ['in the next session', 'in the one after']) {
    const { accessToken } = await client.login(credentials);
    verify('shown-afterwards', { expected: texts, actual: await shownTo(accessToken), when });
  }
  const other = await client.register();
  verify('shown-to-no-other', { expected: [], actual: await shownTo(other.accessToken) });

  const seconds = Math.ceil((await redisLife(address, `chat_history_before:${user.id}`)) / 1000);
  verify('life-kept', {
    expected: `what was left of ${day} s: ${left - 60} to ${left} s`,
    actual: `${seconds} s`,
    holds: seconds > left - 60 && seconds <= left,
  });
});
