import { type Client, mintToken, requirement } from '#fixtures/test.ts';

// Report 3, "Edge Cases Handled": what each of them is answered now. Before, in this order: 200, 403, 401, 401, 403.
const confirmed = '200 {"success":true,"message":"Successfully logged out","revocation":"complete"}';

requirement('session/logout-edge-cases', async ({ system, client, verify }) => {
  const valid = await client.register();
  const loggedOut = await client.register();
  await loggedOut.logout();
  const expired = await mintToken(system.granted('jwtSecret'), { expiresIn: -60 });

  const logout = await logOut(client, valid.accessToken);
  const { status } = await valid.me();
  verify('valid-token', { expected: `${confirmed}, then 401`, actual: `${logout}, then ${status}` });
  verify('no-token', { expected: confirmed, actual: await logOut(client, undefined) });
  verify('invalid-token', { expected: confirmed, actual: await logOut(client, 'not.a.token') });
  verify('expired-token', { expected: confirmed, actual: await logOut(client, expired) });
  verify('already-logged-out', { expected: confirmed, actual: await logOut(client, loggedOut.accessToken) });
});

async function logOut(client: Client, bearer: string | undefined): Promise<string> {
  const { status, body } = await client.post('/api/auth/logout', { bearer });
  return `${status} ${body}`;
}
