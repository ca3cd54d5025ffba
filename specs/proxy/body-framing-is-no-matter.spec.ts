import { requirement } from '#fixtures/test.ts';

const json = { 'content-type': 'application/json' };
const framings = {
  'Content-Length': {},
  'Transfer-Encoding: chunked': { 'transfer-encoding': 'chunked' },
  'Expect: 100-continue': { expect: '100-continue' },
};

requirement('proxy/body-framing-is-no-matter', async ({ system, clientOf, client, verify }) => {
  for (const [way, origin] of Object.entries({ 'the web tier': system.direct('web'), 'the edge': system.url })) {
    for (const [framing, fields] of Object.entries(framings)) {
      const when = `with ${framing} to ${way}`;
      const session = await client.register();
      const ask = clientOf(origin);
      // With blanks, so that whoever writes it anew changes its length.
      const body = JSON.stringify(session.credentials, null, 2);
      const login = await ask.post('/auth/login', { headers: { ...json, ...fields }, body });
      verify('login-works', { expected: 200, actual: login.status, when });
      const logout = await ask.post('/auth/logout', {
        bearer: session.accessToken,
        headers: { ...json, ...fields },
        body: '{"everywhere":false}',
      });
      const { revocation } = JSON.parse(logout.body) as { revocation?: string };
      verify('logout-works', { expected: '200 complete', actual: `${logout.status} ${revocation}`, when });
      verify('session-dead', { expected: 401, actual: (await session.me()).status, when });
    }
  }
});
