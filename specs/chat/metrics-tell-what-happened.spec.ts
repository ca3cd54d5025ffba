import { requirement, until } from '#fixtures/test.ts';

requirement('chat/metrics-tell-what-happened', { exclusive: true }, async ({ system, client, clientOf, verify }) => {
  const chat = clientOf(system.direct('chat'));
  /** The value of one line of the metrics: its name and labels as they are written. */
  const read = async (line: string) => {
    const { body } = await chat.get('/metrics');
    return Number(
      body
        .split('\n')
        .find((candidate) => candidate.startsWith(`${line} `))
        ?.slice(line.length) ?? 0,
    );
  };
  const becomes = (line: string, value: number) =>
    until(async () => (await read(line)) === value, { what: `${line} ${value}`, deadline: 3000 }).catch(
      () => undefined,
    );
  const { accessToken } = await client.register();
  const enter = async () => {
    const socket = client.socket(`?token=${accessToken}`);
    await socket.untilMessage('ready', 5000);
    return socket;
  };
  await using first = await enter();
  await using _second = await enter();
  const third = await enter();
  verify('counts-open', { expected: 3, actual: await read('chat_connections_open'), when: 'open' });
  verify('counts-successes', { expected: 3, actual: await read('chat_auth_success_total') });
  third.close();
  await third.untilClosed(5000);
  await becomes('chat_connections_open', 2);
  verify('counts-open', { expected: 2, actual: await read('chat_connections_open'), when: 'open after one went' });

  for (const [reason, query] of [
    ['token_missing', ''],
    ['token_invalid', '?token=not.a.token'],
  ] as const) {
    await using refused = client.socket(query);
    await refused.untilClosed(5000);
    const counted = await read(`chat_auth_failures_total{reason="${reason}"}`);
    verify('counts-failures', { expected: 1, actual: counted, when: reason });
  }

  first.send({ type: 'message', id: 'one', text: '[[tokens=2 interval=0]] Hello' });
  await first.untilMessage('done', 5000);
  verify('times-messages', { expected: 1, actual: await read('chat_message_latency_seconds_count') });

  const healthy = 'chat_redis_session_healthy';
  verify('tells-session-health', { expected: 1, actual: await read(healthy), when: 'while Redis is there' });
  const redis = system.service('redis');
  await redis.kill();
  first.send({ type: 'ping' });
  await becomes(healthy, 0);
  verify('tells-session-health', { expected: 0, actual: await read(healthy), when: 'while Redis is away' });
  await redis.restart();
  await until(
    async () => {
      first.send({ type: 'ping' });
      return (await read(healthy)) === 1;
    },
    { what: 'session health 1', deadline: 5000 },
  ).catch(() => undefined);
  verify('tells-session-health', { expected: 1, actual: await read(healthy), when: 'once Redis is back' });
});
