import { paths } from '#contracts/wire/paths.ts';
import { type Client, openRedis, requirement, type Session, type System, until } from '#fixtures/test.ts';

const within = 5000;
// What an outage may be told with; a logout is always 200, and says that it is pending.
const outage = /^(503|1013|200 pending)$/;
const options = { exclusive: true, replicas: { redis: 2 }, timeout: 60_000 };

requirement('redis/failover-heals-by-itself', options, async ({ system, client, session, faults, verify }) => {
  await using held = client.socket(`?token=${session.accessToken}`);
  await held.untilMessage('ready', 5000);
  await followed(system);

  await using _api = await faults.misroute('api->redis', 'redis->redis#2', { keep: true });
  await using _chat = await faults.misroute('chat->redis', 'redis->redis#2', { keep: true });
  await switchOver(system);
  const began = performance.now();

  for (const [what, round] of Object.entries(rounds(client))) {
    let answers: readonly string[] = [];
    for (let healed = false; !healed; ) {
      answers = await round();
      const when = `to ${what} ${Math.round(performance.now() - began)} ms after the switch-over`;
      healed = answers.every((answer) => welcome.test(answer));
      for (const actual of answers) {
        const holds = welcome.test(actual) || outage.test(actual);
        verify('errors-are-outages', { expected: 'what was wanted, 503, 1013 or pending', actual, holds, when });
      }
      if (performance.now() - began > within) break;
    }
    const holds = answers.every((answer) => welcome.test(answer)) && performance.now() - began < within;
    verify('heals-in-5-s', { expected: 'what was wanted', actual: answers.join(', '), holds, when: `to ${what}` });
  }
  held.send({ type: 'message', id: 'after', text: '[[tokens=1]] Still there?' });
  const end = await until(() => held.closed()?.code ?? held.messages.find(({ type }) => type === 'done')?.type, {
    what: 'an answer on the socket that was open all the time',
    deadline: 5000,
  });
  verify('open-socket-stays', { expected: 'done', actual: end });
});

const welcome = /^(200|401 afterwards|200 complete|let in)$/;

/** What people do: each round says how each of its steps was answered. */
function rounds(client: Client): Readonly<Record<string, () => Promise<readonly string[]>>> {
  let credentials: { readonly email: string; readonly password: string } | undefined;
  const logIn = async (): Promise<Session | string> => {
    try {
      if (credentials === undefined) {
        const session = await client.register();
        ({ credentials } = session);
        return session;
      }
      return await client.login(credentials);
    } catch (error) {
      return /status (\d+)/.exec(String(error))?.[1] ?? String(error);
    }
  };
  return {
    'a login, me and a logout': async () => {
      const session = await logIn();
      if (typeof session === 'string') return [session];
      const me = await session.me();
      const logout = await session.logout();
      const { revocation } = JSON.parse(logout.body) as { readonly revocation?: string };
      const after = await client.get(paths.me, { bearer: session.accessToken });
      const answered = after.status === 401 ? '401 afterwards' : String(after.status);
      return [String(me.status), `${logout.status} ${revocation}`, answered === '200' ? '200 afterwards' : answered];
    },
    'a WebSocket': async () => {
      const session = await logIn();
      if (typeof session === 'string') return [session];
      await using socket = client.socket(`?token=${session.accessToken}`);
      return [
        await until(() => socket.closed()?.code.toString() ?? (socket.messages.length > 0 ? 'let in' : undefined), {
          what: 'what becomes of a WebSocket',
          deadline: 5000,
        }),
      ];
    },
  };
}

/** Waits until the second Redis has what the first has. */
async function followed(system: System): Promise<void> {
  await using replica = await openRedis(system.granted('redisReplica'));
  await until(async () => String(await replica.send('INFO', 'replication')).includes('master_link_status:up'), {
    what: 'a second Redis that follows the first',
    deadline: 10_000,
  });
}

/** The second Redis leads, the first follows it; who only listens is dropped, who asks stays connected to a follower. */
async function switchOver(system: System): Promise<void> {
  await using replica = await openRedis(system.granted('redisReplica'));
  await using primary = await openRedis(system.granted('redis'));
  const host = /master_host:(\S+)/.exec(String(await replica.send('INFO', 'replication')))?.[1] ?? '';
  const link = system.descriptor.links.find(({ name }) => name === 'redis->redis#2');
  await replica.send('REPLICAOF', 'NO', 'ONE');
  await primary.send('REPLICAOF', host, link?.listen.split(':')[1] ?? '');
  await primary.send('CLIENT', 'KILL', 'TYPE', 'pubsub');
}
