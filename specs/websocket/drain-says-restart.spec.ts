import { chatPaths } from '#contracts/wire/paths.ts';
import { type RecordedSocket, requirement, until } from '#fixtures/test.ts';

const handshake = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};
const options = { exclusive: true };

requirement('websocket/drain-says-restart', options, async ({ system, client, clientOf, faults, verify }) => {
  const sessions = [await client.register(), await client.register()];
  const open = async (token: string): Promise<RecordedSocket> => {
    const socket = client.socket(`?token=${token}`);
    await socket.untilMessage('ready', 5000);
    return socket;
  };
  await using first = await open(sessions[0]?.accessToken ?? '');
  await using second = await open(sessions[1]?.accessToken ?? '');
  const chat = clientOf(system.direct('chat'));
  let stopped: Promise<void>;
  {
    // What the clients answer does not arrive, so that the drain takes its time.
    await using _ = await faults.on('edge->chat', { type: 'half_open', stream: 'upstream' });
    stopped = system.service('chat').stop();
    const readiness = async () => (await chat.get(chatPaths.ready)).status;
    const unready = await until(async () => (await readiness()) !== 200 && 'not ready', {
      what: 'the chat not ready',
      deadline: 1000,
    }).catch(() => 'ready');
    const during = unready === 'ready' ? 'ready' : await readiness().catch(() => 'gone');
    const refused = await chat.get(chatPaths.socket, { headers: handshake }).catch(() => ({ status: 'gone' }));
    for (const [index, socket] of [first, second].entries()) {
      const closed = await socket.untilClosed(4000).catch(() => undefined);
      const actual = closed === undefined ? 'open' : `${closed.code} ${closed.reason}`;
      verify('closes-1012', { expected: '1012 Service restart', actual, when: `for socket ${index + 1}` });
    }
    verify('not-ready', { expected: 503, actual: during });
    verify('takes-no-more', { expected: 503, actual: refused.status });
  }
  await stopped;
  await system.service('chat').restart();
  await using back = client.socket(`?token=${sessions[0]?.accessToken}`);
  const ready = await back.untilMessage('ready', 5000).catch(() => undefined);
  verify('is-back', { expected: 'ready', actual: ready?.type ?? 'not ready' });
});
