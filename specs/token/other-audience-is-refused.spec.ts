import { requirement } from '#fixtures/test.ts';
import { doorsOf, refused, welcome } from './doors.ts';
import { readJwt, writeJwt } from './jwt.ts';

requirement('token/other-audience-is-refused', async ({ system, client, session, verify }) => {
  const secret = system.granted('jwtSecret');
  const { header, claims } = readJwt(session.accessToken);
  const { iss: _, ...noIssuer } = claims;
  const { aud: __, ...noAudience } = claims;
  // All of them are signed with the right secret, as a staging system's are that shares it.
  const foreign = {
    'another issuer': { ...claims, iss: 'staging-api' },
    'no issuer': noIssuer,
    'another audience': { ...claims, aud: 'billing' },
    'no audience': noAudience,
  };
  const { id } = await session.createDocument();
  for (const [door, knock] of Object.entries(doorsOf(client, id))) {
    const same = await knock(writeJwt(header, claims, secret));
    verify('own-works', { expected: welcome, actual: same, when: `at ${door}` });
    for (const [what, changed] of Object.entries(foreign)) {
      const actual = await knock(writeJwt(header, changed, secret));
      const when = `for ${what} at ${door}`;
      verify('foreign-refused', { expected: '401, or 1008 Invalid token', actual, holds: refused.test(actual), when });
    }
  }
});
