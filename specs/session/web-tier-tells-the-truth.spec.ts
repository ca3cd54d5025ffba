import { requirement } from '#fixtures/test.ts';
import { logOutAtWebTier } from '../proxy/web-tier-answers.ts';

// What the api answers instead of ending the session.
const answers = [
  { code: 500, body: 'Internal Server Error' },
  { code: 502, body: '<html>Bad Gateway</html>' },
  { code: 503, body: '' },
  { code: 401, body: '{"detail":"Could not validate credentials"}' },
  { code: 204, body: '' },
  { code: 200, body: '<html>Welcome</html>' },
  { code: 200, body: '{"success":true}' },
];

requirement('session/web-tier-tells-the-truth', async ({ client, faults, verify }) => {
  const session = await client.register();
  for (const { code, body } of answers) {
    const when = `to an api that answers ${code} ${body}`;
    await using _ = await faults.on('web->api', { type: 'status', stream: 'upstream', code, body });
    const logout = await logOutAtWebTier(client, session);
    verify('tells-the-truth', { expected: '200 failed, the session lives', actual: logout.truth, when });
    verify('clears-cookie', { expected: true, actual: logout.cleared, when });
  }
  const { truth } = await logOutAtWebTier(client, session);
  verify('next-logout-completes', { expected: '200 complete, the session is answered 401', actual: truth });
});
