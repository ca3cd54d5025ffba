import { SessionAnswer } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { type Client, freshCredentials, mintToken, requirement } from '#fixtures/test.ts';
import { readJwt } from './jwt.ts';

// Literal: half an hour, the default of JWT_EXPIRES_IN.
const halfHour = 1800;

requirement('token/lifetime-is-in-seconds', async ({ system, client, verify }) => {
  for (const [issuer, { accessToken, expiresIn }] of Object.entries(await issuedBy(client))) {
    const now = Date.now() / 1000;
    const { iat, exp } = readJwt(accessToken).claims;
    const when = `from ${issuer}`;
    verify('issued-now', { expected: 'now', actual: iat, holds: Math.abs(Number(iat) - now) < 5, when });
    const life = exp === undefined ? 'none' : Number(exp) - Number(iat);
    verify('half-an-hour', { expected: `${halfHour} s`, actual: life, holds: life === halfHour, when });
    verify('told', { expected: halfHour, actual: expiresIn, when });
  }
  const { user } = await client.register();
  const expired = await mintToken(system.granted('jwtSecret'), { userId: user.id, email: user.email, expiresIn: -1 });
  const { status, body } = await client.get(paths.me, { bearer: expired });
  verify('ends-on-time', { expected: '401 token_expired', actual: `${status} ${JSON.parse(body).error}` });
});

async function issuedBy(client: Client): Promise<Readonly<Record<string, SessionAnswer>>> {
  const json = freshCredentials();
  const register = await client.post(paths.register, { json });
  const login = await client.post(paths.login, { json });
  const webLogin = await client.post('/auth/login', { json });
  const cookie = webLogin.setCookies.map((line) => line.split(';', 1)[0]).join('; ');
  const refresh = await client.post(paths.refresh, { cookie });
  const answers = { register, login, 'the web tier’s login': webLogin, refresh };
  return Object.fromEntries(Object.entries(answers).map(([issuer, answer]) => [issuer, answer.json(SessionAnswer)]));
}
