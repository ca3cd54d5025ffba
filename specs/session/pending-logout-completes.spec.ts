import { LogoutAnswer, MeAnswer } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { type Client, redisEntries, requirement, type Session, until } from '#fixtures/test.ts';

const away = { type: 'reset_peer', timeout: 0 } as const;

const options = { exclusive: true, timeout: 60_000 };

requirement('session/pending-logout-completes', options, async ({ system, client, faults, verify }) => {
  const { credentials } = await client.register();
  const [spared, killed, other] = [
    await client.login(credentials),
    await client.login(credentials),
    await client.login(credentials),
  ];
  const { id } = (await spared.me()).json(MeAnswer).session;
  await using socket = client.socket(`?token=${spared.accessToken}`);
  await socket.untilMessage('ready', 5000);
  {
    await using _api = await faults.on('api->redis', away);
    await using _chat = await faults.on('chat->redis', away);
    // Using the socket writes its chat session anew, or tries to.
    socket.send({ type: 'ping' });
    await socket.untilMessage('pong', 5000);
    verify('answers-pending', { expected: '200 pending', actual: await logOut(spared) });
    const { status } = await spared.me();
    verify('refused-meanwhile', { expected: '401 or 503', actual: status, holds: [401, 503].includes(status) });
    const answered = await logOut(killed);
    await system.service('api').kill();
    verify('answers-pending', { expected: '200 pending', actual: answered, when: 'before the kill' });
  }
  await system.service('api').restart();

  for (const session of [spared, killed]) {
    const when = `for the session logged out ${session === killed ? 'before the kill' : 'first'}`;
    verify('completes-by-itself', { expected: 401, actual: await settled(session), when: `on HTTP ${when}` });
    const { status } = await client.post(paths.refresh, { cookie: `refresh_token=${session.refreshToken}` });
    verify('completes-by-itself', { expected: 401, actual: status, when: `to a refresh ${when}` });
  }
  verify('other-session-lives', { expected: 200, actual: (await other.me()).status });

  await socket.untilClosed(5000);
  await roundTrip(client, other);
  const keys = await redisEntries(system.granted('redis'));
  const left = keys.find((key) => key.startsWith('chat_session:') && key.endsWith(id));
  verify('nothing-comes-back', { expected: 'none', actual: left ?? 'none', when: 'of the chat session' });
});

async function logOut(session: Session): Promise<string> {
  const answer = await session.logout();
  return `${answer.status} ${answer.json(LogoutAnswer).revocation}`;
}

/** What the session is answered as soon as it is no longer an outage, within 5 s. */
async function settled(session: Session): Promise<number> {
  let status = 0;
  const judged = async () => {
    ({ status } = await session.me());
    return status === 401 || status === 200;
  };
  await until(judged, { what: 'what becomes of the session', deadline: 5000 }).catch(() => undefined);
  return status;
}

/** A new socket of the chat, behind the end of the old one: what the chat still had to write by then is written. */
async function roundTrip(client: Client, { accessToken }: Session): Promise<void> {
  await using fresh = client.socket(`?token=${accessToken}`);
  await fresh.untilMessage('ready', 5000);
}
