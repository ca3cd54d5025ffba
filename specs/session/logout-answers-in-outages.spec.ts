import { type Faults, requirement, type Session, until } from '#fixtures/test.ts';

const broken = { type: 'reset_peer', timeout: 0 } as const;
// Report 3, "Fail-Safe Design": the three outages that never fail a logout. Each row: what, where, what breaks.
const outages = [
  { row: 'network-issues', path: '/auth/logout', links: ['web->api'] },
  { row: 'database-error', path: '/api/auth/logout', links: ['api->postgres'] },
  { row: 'missing-dependencies', path: '/api/auth/logout', links: ['api->postgres', 'api->redis'] },
] as const;

const told = '200 {"success":true,"message":"Successfully logged out","revocation":"failed"}';

requirement('session/logout-answers-in-outages', { exclusive: true }, async ({ client, faults, verify }) => {
  for (const { row, path, links } of outages) {
    const session = await client.register();
    {
      await using _ = await breaking(faults, links);
      const { status, body, setCookies } = await client.post(path, {
        bearer: session.accessToken,
        cookie: `refresh_token=${session.refreshToken}`,
      });
      const cleared = setCookies.some((line) => /^refresh_token=; .*Max-Age=0/.test(line));
      verify(row, {
        expected: `${told}, cookie cleared`,
        actual: `${status} ${body}, cookie ${cleared ? 'cleared' : 'kept'}`,
      });
    }
    if (row === 'network-issues') continue;
    verify('dead-afterwards', { expected: 401, actual: await settled(session), when: `after ${row}` });
  }
});

/** What the session is answered as soon as it is no longer an outage, within 5 s. */
async function settled(session: Session): Promise<number> {
  let status = 0;
  const judged = async () => {
    ({ status } = await session.me());
    return status !== 503;
  };
  await until(judged, { what: 'the end of the outage', deadline: 5000 }).catch(() => undefined);
  return status;
}

async function breaking(faults: Faults, links: readonly string[]): Promise<AsyncDisposable> {
  const stack = new AsyncDisposableStack();
  for (const link of links) stack.use(await faults.on(link, broken));
  return stack;
}
