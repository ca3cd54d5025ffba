import { chatPaths } from '#contracts/wire/paths.ts';
import { type RecordedSocket, requirement, type Session } from '#fixtures/test.ts';

const replicas = ['chat', 'chat#2'] as const;
const users = 3;
const socketsOfEach = 8;
const all = users * socketsOfEach;
const options = { exclusive: true, replicas: { chat: replicas.length }, timeout: 60_000 };

requirement('websocket/any-replica-will-do', options, async ({ system, client, clientOf, verify }) => {
  await using sockets = new AsyncDisposableStack();
  const connect = (ticket: string): RecordedSocket => sockets.use(client.socket(`?ticket=${ticket}`));
  const groups: RecordedSocket[][] = [];
  const sessions: Session[] = [];
  for (let user = 0; user < users; user += 1) {
    const session = await client.register();
    sessions.push(session);
    const tickets: string[] = [];
    for (let count = 0; count < socketsOfEach; count += 1) tickets.push(await session.ticket());
    // The other way round: replicas take turns, and none is to get a ticket of its own.
    groups.push(tickets.reverse().map(connect));
  }
  const outcomes = await Promise.all(groups.flat().map(outcomeOf));
  const ready = outcomes.filter((outcome) => outcome === 'ready').length;
  const others = [...new Set(outcomes.filter((outcome) => outcome !== 'ready'))].join(', ');
  verify('all-connect', {
    expected: `${all} of ${all} ready`,
    actual: `${ready} of ${all} ready${others && `, ${others}`}`,
  });
  for (const replica of replicas) {
    const { body } = await clientOf(system.direct(replica)).get(chatPaths.metrics);
    const count = Number(/^chat_connections_open (\d+)$/m.exec(body)?.[1] ?? 0);
    verify('both-used', { expected: 'more than 0', actual: count, holds: count > 0, when: `at ${replica}` });
  }

  for (const [user, [writer]] of groups.entries()) {
    writer?.send({ type: 'message', id: `said-${user}`, text: 'Who is there?' });
    await writer?.untilMessage('accepted', 3000);
  }
  const readers = groups.flatMap(([, ...rest], user) => rest.map((socket) => ({ socket, id: `said-${user}` })));
  await Promise.all(readers.map(({ socket }) => socket.untilMessage('message', 2000).catch(() => undefined)));
  const heard = ({ socket, id }: (typeof readers)[number]) =>
    socket.messages.filter((message) => message.type === 'message' && message.id === id).length;
  verify('all-delivered', {
    expected: `${readers.length} of ${readers.length} arrived once`,
    actual: `${readers.filter((reader) => heard(reader) === 1).length} of ${readers.length} arrived once`,
  });

  for (const [user, session] of sessions.entries()) {
    const tickets = [await session.ticket(), await session.ticket()];
    for (const [turn, later] of tickets.map(connect).entries()) {
      const { history } = await later.untilMessage('ready', 3000);
      const found = history.some(({ id }) => id === `said-${user}`);
      const actual = found ? 'in the history' : 'not in the history';
      verify('history-everywhere', {
        expected: 'in the history',
        actual,
        when: `of socket ${turn + 1} that comes later`,
      });
    }
  }
});

async function outcomeOf(socket: RecordedSocket): Promise<string> {
  const ready = socket.untilMessage('ready', 3000).then(() => 'ready');
  const closed = socket.untilClosed(3000).then(({ code }) => `closed with ${code}`);
  return Promise.any([ready, closed]).catch(() => 'neither ready nor closed');
}
