import { paths } from '#contracts/wire/paths.ts';
import { redisEntries, requirement, until } from '#fixtures/test.ts';
import { refreshing, ticks } from './refreshing.ts';

// The lives of production are 14 days and 1800 s; here both are two seconds, and activity lasts for longer than one.
const lifeMs = 2000;
const settings = { REFRESH_EXPIRES_IN: '2', CHAT_SESSION_SECONDS: '2' };
const everyMs = 400;
const activeMs = 2800;

const options = { exclusive: true, settings };
requirement('redis/activity-keeps-the-session', options, async ({ system, client, verify }) => {
  const [http, sse, ws] = await Promise.all([client.register(), client.register(), client.register()]);
  const overHttp = refreshing(client, http);
  const overSse = refreshing(client, sse);
  await Promise.all([overHttp.refresh(), overSse.refresh()]);
  const { id } = await sse.createDocument();
  const redis = system.granted('redis');
  const kept = async () =>
    (await redisEntries(redis)).some((key) => key.startsWith(`chat_session:${ws.user.id}:`))
      ? 'a chat session'
      : 'no chat session';
  const socket = client.socket(`?token=${ws.accessToken}`);
  await socket.untilMessage('ready', 5000);

  for await (const passed of ticks(everyMs, activeMs)) {
    const when = `after ${Math.round(passed)} ms of activity`;
    for (const each of [overHttp, overSse])
      verify('refresh-granted', { expected: '200', actual: await each.refresh(), when: `to a refresh ${when}` });
    const me = await client.get(paths.me, { bearer: overHttp.bearer() });
    verify('http-keeps', { expected: 200, actual: me.status, when: `to GET me ${when}` });

    await using stream = await client.stream(id, '[[tokens=1]] hello', { bearer: overSse.bearer() });
    verify('stream-keeps', { expected: 200, actual: stream.status, when: `to a stream ${when}` });

    socket.send({ type: 'ping' });
    verify('websocket-keeps', { expected: 'a chat session', actual: await kept(), when });
  }

  const idleSince = performance.now();
  socket.close();
  await until(async () => performance.now() - idleSince > lifeMs + 100 && (await kept()) === 'no chat session', {
    what: 'the end of an idle life',
    deadline: 3 * lifeMs,
  }).catch(() => undefined);
  verify('idle-ends', { expected: 'no chat session', actual: await kept(), when: 'after an idle life' });
  for (const each of [overHttp, overSse]) {
    verify('idle-ends', { expected: '401 refresh_invalid', actual: await each.refresh(), when: 'after an idle life' });
  }
});
