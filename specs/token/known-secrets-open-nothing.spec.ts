import { mintToken, requirement } from '#fixtures/test.ts';
import { doorsOf, refused } from './doors.ts';
import { readJwt, writeJwt } from './jwt.ts';

// Literals: report 2's, and what else stands in tutorials, templates and compose files.
const known = [
  'change-me-in-production-use-long-random-string',
  'your-256-bit-secret',
  'your-super-secret-jwt-key-change-this-in-production',
  '<your-long-random-string>',
  'secret',
  'changeme',
];

requirement('token/known-secrets-open-nothing', async ({ client, session, verify }) => {
  const { user } = session;
  const { header, claims } = readJwt(session.accessToken);
  const { id } = await session.createDocument();
  const doors = Object.entries(doorsOf(client, id));
  for (const secret of known) {
    const minted = { userId: user.id, email: user.email, sessionId: String(claims['session_id']) };
    const forged = {
      'its own key id': await mintToken(secret, minted),
      'the real key id': writeJwt(header, { ...claims, role: 'admin' }, secret),
    };
    for (const [what, token] of Object.entries(forged)) {
      const said = await Promise.all(doors.map(async ([door, knock]) => [door, await knock(token)] as const));
      for (const [door, actual] of said) {
        const when = `for ${what}, signed with "${secret}", at ${door}`;
        verify('forged-refused', { expected: '401, or 1008 Invalid token', actual, holds: refused.test(actual), when });
      }
    }
  }
});
