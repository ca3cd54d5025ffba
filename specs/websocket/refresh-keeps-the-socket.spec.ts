import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';

const refreshes = 5;

requirement('websocket/refresh-keeps-the-socket', async ({ client, session, verify }) => {
  await using socket = client.socket(`?token=${session.accessToken}`);
  await socket.untilMessage('ready', 5000);
  let { refreshToken } = session;
  for (let count = 1; count <= refreshes; count += 1) {
    const answer = await client.post(paths.refresh, { cookie: `refresh_token=${refreshToken}` });
    const when = `for refresh ${count}`;
    verify('refreshed', { expected: 200, actual: answer.status, when });
    refreshToken = answer.setCookies.map((line) => /^refresh_token=([^;]+)/.exec(line)?.[1]).find(Boolean) ?? '';
    verify('stays-open', { expected: 'open', actual: stateOf(socket.closed()), when });
  }
  // Longer than a service takes to look its open sockets up again, without being told.
  const closed = await socket.untilClosed(600).catch(() => undefined);
  verify('stays-open', { expected: 'open', actual: stateOf(closed), when: '600 ms after the last' });
  socket.send({ type: 'message', id: 'after', text: 'Still here?' });
  const accepted = await socket.untilMessage('accepted', 2000).catch(() => undefined);
  verify('still-serves', { expected: 'after', actual: accepted?.id ?? 'not accepted' });
});

const stateOf = (closed: { readonly code: number } | undefined) => (closed === undefined ? 'open' : `${closed.code}`);
