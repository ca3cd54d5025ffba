import { requirement } from '#fixtures/test.ts';
import { doorsOf, refused, welcome } from './doors.ts';
import { readJwt, writeJwt } from './jwt.ts';

requirement('token/forged-is-refused', async ({ system, client, session, verify }) => {
  const secret = system.granted('jwtSecret');
  const { header, claims } = readJwt(session.accessToken);
  const [signedHeader, , signature] = session.accessToken.split('.');
  const own = 'a-secret-that-the-bearer-brings-along-himself';
  const jwk = { kty: 'oct', k: Buffer.from(own).toString('base64url') };
  const admin = Buffer.from(JSON.stringify({ ...claims, role: 'admin' })).toString('base64url');
  const forged = {
    'alg none': writeJwt({ ...header, alg: 'none' }, claims),
    'alg None': writeJwt({ ...header, alg: 'None' }, claims),
    'alg nOnE': writeJwt({ ...header, alg: 'nOnE' }, claims),
    'alg none that is signed': writeJwt({ ...header, alg: 'none' }, claims, secret),
    'an empty signature': writeJwt(header, claims),
    'HS384 with the right secret': writeJwt({ ...header, alg: 'HS384' }, claims, secret, 'sha384'),
    'HS512 with the right secret': writeJwt({ ...header, alg: 'HS512' }, claims, secret, 'sha512'),
    'RS256 that is an HMAC': writeJwt({ ...header, alg: 'RS256' }, claims, secret),
    'no alg': writeJwt({ typ: 'JWT', kid: header['kid'] }, claims, secret),
    'an unknown key id': writeJwt({ ...header, kid: '00000000' }, claims, secret),
    'a key of its own': writeJwt({ ...header, jwk }, claims, own),
    'other claims under an old signature': `${signedHeader}.${admin}.${signature}`,
  };
  const { id } = await session.createDocument();
  for (const [door, knock] of Object.entries(doorsOf(client, id))) {
    verify('genuine-works', { expected: welcome, actual: await knock(session.accessToken), when: `at ${door}` });
    const said = await Promise.all(
      Object.entries(forged).map(async ([what, token]) => [what, await knock(token)] as const),
    );
    for (const [what, actual] of said) {
      const when = `for ${what} at ${door}`;
      verify('forged-refused', { expected: '401, or 1008 Invalid token', actual, holds: refused.test(actual), when });
    }
  }
});
