import { LogoutAnswer } from '#contracts/wire/auth.ts';
import { type Client, requirement, type Session } from '#fixtures/test.ts';
import { refreshWith, statusOfMe } from './refresh-tokens.ts';

const refresh = (client: Client, { refreshToken }: Session) => refreshWith(client, refreshToken);
/** Who is first; the races are repeated, since each goes its own way. */
const orders: Readonly<Record<string, (client: Client, session: Session) => Promise<Outcome>>> = {
  'refresh first': async (client, session) => {
    const refreshed = await refresh(client, session);
    return [await session.logout(), refreshed];
  },
  'logout first': async (client, session) => [await session.logout(), await refresh(client, session)],
  'both at once': (client, session) => Promise.all([session.logout(), refresh(client, session)]),
  'both at once, refresh sent first': async (client, session) => {
    const [refreshed, logout] = await Promise.all([refresh(client, session), session.logout()]);
    return [logout, refreshed];
  },
};
type Outcome = readonly [Awaited<ReturnType<Session['logout']>>, Awaited<ReturnType<typeof refreshWith>>];
const races = 3;

requirement('session/logout-beats-refresh', async ({ client, verify }) => {
  const { credentials } = await client.register();
  for (const [order, run] of Object.entries(orders)) {
    for (let race = 1; race <= (order.startsWith('both') ? races : 1); race += 1) {
      const session = await client.login(credentials);
      const [logout, refreshed] = await run(client, session);
      const when = `with ${order}`;
      verify('logout-complete', {
        expected: '200 complete',
        actual: `${logout.status} ${logout.json(LogoutAnswer).revocation}`,
        when,
      });
      for (const token of [session.accessToken, refreshed.accessToken]) {
        if (token === undefined) continue;
        verify('no-access-token-lives', { expected: 401, actual: await statusOfMe(client, token), when });
      }
      for (const token of [session.refreshToken, refreshed.refreshToken]) {
        if (token === undefined) continue;
        const { status } = await refreshWith(client, token);
        verify('no-refresh-token-lives', { expected: 401, actual: status, when });
      }
    }
  }
});
