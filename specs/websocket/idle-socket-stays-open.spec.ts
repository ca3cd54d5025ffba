import { requirement } from '#fixtures/test.ts';

// In the proportion of production, where the edge waits for 60 s and a heartbeat comes every 20 s.
const idleSeconds = 1;
const settings = { EDGE_IDLE_TIMEOUT: String(idleSeconds), WS_HEARTBEAT_MS: String((idleSeconds * 1000) / 3) };

requirement('websocket/idle-socket-stays-open', { exclusive: true, settings }, async ({ client, session, verify }) => {
  await using socket = client.socket(`?token=${session.accessToken}`);
  await socket.untilMessage('ready', 5000);
  const closed = await socket.untilClosed(3 * idleSeconds * 1000).catch(() => undefined);
  verify('stays-open', {
    expected: 'open',
    actual: closed === undefined ? 'open' : `${closed.code} after ${Math.round(closed.at)} ms`,
  });
  socket.send({ type: 'ping' });
  const pong = await socket.untilMessage('pong', 2000).catch(() => undefined);
  verify('still-serves', { expected: 'pong', actual: pong?.type ?? 'no pong' });
});
