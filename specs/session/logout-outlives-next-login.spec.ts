import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';

requirement('session/logout-outlives-next-login', async ({ client, verify }) => {
  const old = await client.register();
  await old.logout();
  const next = await client.login(old.credentials);

  verify('new-session-works', { expected: 200, actual: (await next.me()).status });
  verify('old-token-refused', { expected: 401, actual: (await old.me()).status });
  const refresh = await client.post(paths.refresh, { cookie: `refresh_token=${old.refreshToken}` });
  verify('old-refresh-refused', { expected: 401, actual: refresh.status });
});
