import { modelDirectives } from '#contracts/wire/model.ts';
import { requirement, until } from '#fixtures/test.ts';

const tokens = 30;
const intervalMs = 75;

requirement('websocket/edge-reload-cuts-nothing', { exclusive: true }, async ({ system, client, session, verify }) => {
  const document = await session.createDocument();
  const question = `${modelDirectives({ tokens, intervalMs })} Count to thirty.`;
  await using socket = client.socket(`?token=${session.accessToken}`);
  await socket.untilMessage('ready', 5000);
  await using stream = await client.stream(document.id, question, { bearer: session.accessToken });
  const deltas = () => stream.events.filter(({ event }) => event === 'delta').length;
  await until(() => deltas() > 0, { what: 'the first delta', deadline: 5000 });

  await system.service('edge').reload();

  await stream.untilEnd(10_000);
  const whole = stream.events.at(-1)?.event === 'done' ? 'whole' : `cut after ${deltas()} of ${tokens} deltas`;
  const closed = await socket.untilClosed(500).catch(() => undefined);
  verify('nothing-is-cut', {
    expected: 'stream whole, socket open',
    actual: `stream ${whole}, socket ${closed === undefined ? 'open' : closed.code}`,
  });
  socket.send({ type: 'ping' });
  const pong = await socket.untilMessage('pong', 2000).catch(() => undefined);
  verify('socket-serves', { expected: 'pong', actual: pong?.type ?? 'no pong' });
  await using next = client.socket(`?token=${session.accessToken}`);
  const ready = await next.untilMessage('ready', 5000).catch(() => undefined);
  verify('new-are-let-in', { expected: 'ready', actual: ready?.type ?? 'not ready' });
});
