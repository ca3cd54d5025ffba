import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };

requirement('session/foreign-page-cannot-log-out', async ({ system, client, verify }) => {
  const session = await client.register();
  const cookie = `refresh_token=${session.refreshToken}`;
  // "null" is what a sandboxed frame sends, and what a redirect leaves.
  const foreign = ['https://evil.example', `${system.url}.evil.example`, 'null'];

  for (const path of [paths.logout, paths.refresh, '/auth/logout', '/auth/refresh']) {
    for (const origin of foreign) {
      const when = `to a form of ${origin} at ${path}`;
      const answer = await client.post(path, { cookie, headers: { ...form, origin }, body: 'a=1' });
      const { error } = JSON.parse(answer.body) as { error?: string };
      verify('foreign-refused', {
        expected: '403 origin_not_allowed',
        actual: `${answer.status} ${error ?? 'no error'}`,
        when,
      });
      verify('cookie-stays', { expected: [], actual: answer.setCookies, when });
    }
  }
  verify('session-lives', { expected: 200, actual: (await session.me()).status });

  for (const path of [paths.refresh, paths.logout, '/auth/logout']) {
    const { status } = await client.post(path, { cookie, headers: { origin: system.url } });
    verify('own-page-needs-no-csrf-token', { expected: 200, actual: status, when: `to our own page at ${path}` });
  }
});
