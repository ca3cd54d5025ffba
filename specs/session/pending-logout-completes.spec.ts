import { LogoutAnswer } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { requirement, type Session, until } from '#fixtures/test.ts';

requirement('session/pending-logout-completes', { exclusive: true }, async ({ system, client, faults, verify }) => {
  const { credentials } = await client.register();
  const [spared, killed, other] = [
    await client.login(credentials),
    await client.login(credentials),
    await client.login(credentials),
  ];
  const api = system.service('api');
  {
    await using _ = await faults.on('api->redis', { type: 'reset_peer', timeout: 0 });
    const logOut = async (session: Session) => {
      const answer = await session.logout();
      return `${answer.status} ${answer.json(LogoutAnswer).revocation}`;
    };
    verify('answers-pending', { expected: '200 pending', actual: await logOut(spared) });
    const { status } = await spared.me();
    verify('refused-meanwhile', { expected: '401 or 503', actual: status, holds: [401, 503].includes(status) });
    const answered = await logOut(killed);
    await api.kill();
    verify('answers-pending', { expected: '200 pending', actual: answered });
  }
  await api.restart();

  for (const session of [spared, killed]) {
    let status = 0;
    const over = () => status === 401 || status === 200;
    await until(
      async () => {
        ({ status } = await session.me());
        return over();
      },
      { what: 'what becomes of the session', deadline: 5000 },
    ).catch(() => undefined);
    const when = `for the session ${session === killed ? 'logged out before the kill' : 'logged out first'}`;
    verify('completes-by-itself', { expected: 401, actual: status, when: `on HTTP ${when}` });
    const refresh = await client.post(paths.refresh, { cookie: `refresh_token=${session.refreshToken}` });
    verify('completes-by-itself', { expected: 401, actual: refresh.status, when: `to a refresh ${when}` });
  }
  verify('other-session-lives', { expected: 200, actual: (await other.me()).status });
});
