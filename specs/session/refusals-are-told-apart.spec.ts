import { ErrorAnswer } from '#contracts/wire/errors.ts';
import { paths } from '#contracts/wire/paths.ts';
import { mintToken, requirement } from '#fixtures/test.ts';

requirement('session/refusals-are-told-apart', async ({ system, client, verify }) => {
  const secret = system.granted('jwtSecret');
  const loggedOut = await client.register();
  await loggedOut.logout();
  // Literals: what support reads, and what a client decides by.
  const causes = [
    ['no token', undefined, '401 token_missing Authentication required'],
    ['a token that is none', 'not.a.token', '401 token_invalid Invalid token'],
    [
      'a token that somebody else signed',
      await mintToken(secret, { wrongSignature: true }),
      '401 token_invalid Invalid token',
    ],
    ['an expired token', await mintToken(secret, { expiresIn: -60 }), '401 token_expired The access token has expired'],
    ['a logged-out session', loggedOut.accessToken, '401 token_revoked The session was logged out'],
  ] as const;
  for (const [cause, bearer, expected] of causes) {
    const asked = {
      me: () => client.get(paths.me, { bearer }),
      documents: () => client.get(paths.documents, { bearer }),
      'a stream': () => client.post(paths.documentStream('00000000-0000-4000-8000-000000000000'), { bearer }),
    };
    for (const [what, ask] of Object.entries(asked)) {
      const answer = await ask();
      const { error, message } = answer.json(ErrorAnswer);
      const when = `for ${cause}, to ${what}`;
      verify('code-tells-cause', { expected, actual: `${answer.status} ${error} ${message}`, when });
      verify('challenge', { expected: 'Bearer', actual: answer.headers['www-authenticate'] ?? 'none', when });
    }
  }
});
