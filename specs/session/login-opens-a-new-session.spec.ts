import { MeAnswer, SessionAnswer } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';
import { refreshWith } from './refresh-tokens.ts';

const shownOr = (same: boolean, what: string) => (same ? `the ${what} that was shown` : `another ${what}`);

requirement('session/login-opens-a-new-session', async ({ client, verify }) => {
  const victim = await client.register();
  // What somebody else has planted in the victim's browser.
  const planted = await client.register();
  const shownId = (await planted.me()).json(MeAnswer).session.id;

  const login = await client.post(paths.login, {
    json: victim.credentials,
    bearer: planted.accessToken,
    cookie: `refresh_token=${planted.refreshToken}`,
  });
  const me = await client.get(paths.me, { bearer: login.json(SessionAnswer).accessToken });
  const id = me.json(MeAnswer).session.id;
  verify('new-session-id', { expected: 'another session', actual: shownOr(id === shownId, 'session') });
  verify('new-refresh-token', {
    expected: 'another token',
    actual: shownOr(
      login.setCookies.some((line) => line.includes(planted.refreshToken)),
      'token',
    ),
  });
  const refreshed = await refreshWith(client, planted.refreshToken);
  const owner = (await client.get(paths.me, { bearer: refreshed.accessToken })).json(MeAnswer).user.email;
  verify('shown-session-keeps-its-user', { expected: planted.credentials.email, actual: owner });
});
