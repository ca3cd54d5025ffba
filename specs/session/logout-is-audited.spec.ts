import { MeAnswer } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { auditRows, type Client, mintToken, requirement, until } from '#fixtures/test.ts';

// An address of RFC 5737, as an edge in front would write it; and a user agent that is nobody's.
const address = '203.0.113.9';
const userAgent = 'holdfast-audit/1.0 (a browser of its own)';

requirement('session/logout-is-audited', async ({ system, client, clientOf, verify }) => {
  const { credentials } = await client.register();
  const ways: readonly (readonly [string, Client, string])[] = [
    ['at the api', clientOf(system.direct('api')), paths.logout],
    ['through the web tier', clientOf(system.direct('web')), '/auth/logout'],
    ['with an expired token', clientOf(system.direct('api')), paths.logout],
  ];
  for (const [when, way, path] of ways) {
    const session = await client.login(credentials);
    const { user, session: own } = (await session.me()).json(MeAnswer);
    const said = { sessionId: own.id, userId: user.id, email: user.email, expiresIn: -60 };
    const bearer = when.startsWith('with') ? await mintToken(system.granted('jwtSecret'), said) : session.accessToken;
    const headers = { 'x-forwarded-for': address, 'user-agent': userAgent };
    const { requestId } = await way.post(path, { bearer, headers });

    const read = async () => {
      const rows = await auditRows(system.granted('databaseUrl'), requestId);
      return rows.length > 0 && rows;
    };
    const rows = (await until(read, { what: 'the audit entry', deadline: 1000 }).catch(() => undefined)) ?? [];
    const events = rows.map(({ event }) => event).join(', ');
    verify('event', { expected: 'user.logout', actual: events === '' ? 'no entry' : events, when });
    const [row] = rows;
    verify('user', { expected: [user.id, own.id], actual: [row?.userId, row?.sessionId], when });
    verify('address', { expected: address, actual: row?.clientAddress ?? 'none', when });
    verify('user-agent', { expected: userAgent, actual: row?.userAgent ?? 'none', when });
  }
});
