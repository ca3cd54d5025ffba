import { SessionAnswer } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { type Client, freshCredentials, requirement } from '#fixtures/test.ts';
import { doorsOf, enter, refused, welcome } from './doors.ts';
import { readJwt, writeJwt } from './jwt.ts';

// Report 4: the shapes that five ways of authenticating disagreed about.
const shapes = [['sub'], ['sub', 'email'], ['sub', 'id', 'role', 'session_id']];
const registered = ['iss', 'aud', 'iat', 'exp', 'jti'];

requirement('token/one-shape-everywhere', async ({ system, client, session, verify }) => {
  const credentials = freshCredentials();
  const first = (await client.post(paths.register, { json: credentials })).json(SessionAnswer);
  const bearer = first.accessToken;
  const { id } = JSON.parse((await client.post(paths.documents, { bearer, json: { title: 'Shapes' } })).body);
  for (const [issuer, token] of Object.entries({ register: bearer, ...(await issuedBy(client, credentials)) })) {
    for (const [door, knock] of Object.entries(doorsOf(client, id))) {
      verify('issued-works', { expected: welcome, actual: await knock(token), when: `from ${issuer} at ${door}` });
    }
    const answer = await client.post(paths.chatTickets, { bearer: token });
    const { ticket } = JSON.parse(answer.body) as { ticket: string };
    const entered = await enter(client, `?ticket=${ticket}`);
    verify('issued-works', { expected: welcome, actual: entered, when: `from ${issuer} at a WebSocket by ticket` });
  }

  const { header, claims } = readJwt(session.accessToken);
  const own = doorsOf(client, (await session.createDocument()).id);
  for (const shape of shapes) {
    const kept = Object.entries(claims).filter(([name]) => shape.includes(name) || registered.includes(name));
    const token = writeJwt(header, Object.fromEntries(kept), system.granted('jwtSecret'));
    for (const [door, knock] of Object.entries(own)) {
      const actual = await knock(token);
      const when = `for {${shape.join(', ')}} at ${door}`;
      verify('others-refused', { expected: '401, or 1008 Invalid token', actual, holds: refused.test(actual), when });
    }
  }
});

/** Access tokens of one user, by who issued them. */
async function issuedBy(client: Client, json: object): Promise<Readonly<Record<string, string>>> {
  const login = await client.post(paths.login, { json });
  const webLogin = await client.post('/auth/login', { json });
  const cookieOf = ({ setCookies }: typeof login) => setCookies.map((line) => line.split(';', 1)[0]).join('; ');
  const refresh = await client.post(paths.refresh, { cookie: cookieOf(login) });
  const webRefresh = await client.post('/auth/refresh', { cookie: cookieOf(webLogin) });
  const answers = { login, refresh, 'the web tier’s login': webLogin, 'the web tier’s refresh': webRefresh };
  return Object.fromEntries(
    Object.entries(answers).map(([issuer, answer]) => [issuer, answer.json(SessionAnswer).accessToken]),
  );
}
