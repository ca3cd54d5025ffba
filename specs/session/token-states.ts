import { type Client, mintToken, type System } from '#fixtures/test.ts';

/** The six states a token can be in when somebody logs out: name -> what is sent. */
export async function tokenStates(
  system: System,
  client: Client,
): Promise<readonly (readonly [string, string | undefined])[]> {
  const secret = system.granted('jwtSecret');
  const valid = await client.register();
  const loggedOut = await client.register();
  await loggedOut.logout();
  return [
    ['valid', valid.accessToken],
    ['expired', await mintToken(secret, { expiresIn: -60 })],
    ['garbage', 'not.a.token'],
    ['signed by somebody else', await mintToken(secret, { wrongSignature: true })],
    ['missing', undefined],
    ['already logged out', loggedOut.accessToken],
  ];
}
