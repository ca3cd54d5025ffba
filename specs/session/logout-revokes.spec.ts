import { modelDirectives } from '#contracts/wire/model.ts';
import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';

requirement('session/logout-revokes', async ({ client, verify }) => {
  const session = await client.register();
  const other = await client.login(session.credentials);
  const document = await session.createDocument();
  const bearer = session.accessToken;
  const long = `${modelDirectives({ tokens: 400, intervalMs: 50 })} Tell me everything.`;

  await using stream = await client.stream(document.id, long, { bearer });
  await stream.untilEvents(1, 5000);
  await using socket = client.socket(`?token=${bearer}`);
  await socket.untilMessage('ready', 5000);
  await using otherSocket = client.socket(`?token=${other.accessToken}`);
  await otherSocket.untilMessage('ready', 5000);
  const before = await session.me();
  verify('works-before', { expected: [200, 200, 101], actual: [before.status, stream.status, socket.handshake()] });

  const loggedOut = performance.now();
  await session.logout();

  const after = await session.me();
  verify('http-refuses', { expected: 401, actual: after.status, when: `on GET ${paths.me}` });
  await using refused = await client.stream(document.id, 'again', { bearer });
  verify('sse-refuses', { expected: 401, actual: refused.status });
  await using refusedSocket = client.socket(`?token=${bearer}`);
  const { code } = await refusedSocket.untilClosed(5000);
  verify('websocket-refuses', { expected: 1008, actual: code });
  const refresh = await client.post(paths.refresh, { cookie: `refresh_token=${session.refreshToken}` });
  verify('refresh-refuses', { expected: 401, actual: refresh.status });

  const remaining = () => Math.max(1, 2000 - (performance.now() - loggedOut));
  const streamEnd = await stream.untilEnd(remaining()).catch(() => undefined);
  verify('open-stream-ends', {
    expected: 'ended within 2 s',
    actual: streamEnd === undefined ? 'open after 2 s' : 'ended within 2 s',
  });
  const socketEnd = await socket.untilClosed(remaining()).catch(() => undefined);
  verify('open-socket-closes', { expected: 1008, actual: socketEnd?.code ?? 'open after 2 s' });

  const otherMe = await other.me();
  otherSocket.send({ type: 'ping' });
  const pong = await otherSocket.untilMessage('pong', 2000).catch(() => undefined);
  verify('other-session-lives', { expected: [200, 'pong'], actual: [otherMe.status, pong?.type ?? 'no pong'] });
  const again = await client.post(paths.refresh, { cookie: `refresh_token=${other.refreshToken}` });
  verify('other-session-refreshes', { expected: 200, actual: again.status });
});
