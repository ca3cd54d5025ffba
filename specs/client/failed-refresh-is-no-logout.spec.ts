import type { Route } from '@playwright/test';
import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';
import { expiredToken, keepSession, keptIn, loginNotice, showsHeading } from './kept-session.ts';

const failures: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'answered 429': (route) => route.fulfill({ status: 429, headers: { 'retry-after': '10' }, body: 'slow down' }),
  'answered 502': (route) => route.fulfill({ status: 502, body: '<html>Bad Gateway</html>' }),
  'answered 503': (route) => route.fulfill({ status: 503, json: { error: 'store_unavailable', message: 'away' } }),
  'cut by a reset': (route) => route.abort('connectionreset'),
  'never answered': (route) => route.abort('timedout'),
};
const at = `**${paths.refresh}`;

requirement('client/failed-refresh-is-no-logout', async ({ system, client, page, verify }) => {
  for (const [what, fail] of Object.entries(failures)) {
    const when = `when its refresh is ${what}`;
    const session = await client.register();
    await page.route(at, fail);
    await keepSession(page, system, session, await expiredToken(system, session));
    await page.goto('/app');
    const advice = page.getByText('You are still logged in');
    await advice
      .or(page.getByRole('heading', { name: 'Welcome back' }))
      .first()
      .waitFor({ timeout: 5000 });
    verify('keeps-session', { expected: 'kept', actual: await keptIn(page), when });
    verify('says-so', { expected: 1, actual: await advice.count(), when });
    await page.unroute(at);
    await page.getByRole('button', { name: 'Try again' }).click();
    const empty = await page
      .getByText('Nothing here yet')
      .waitFor({ timeout: 5000 })
      .then(
        () => 'the documents',
        () => `no documents at ${new URL(page.url()).pathname}`,
      );
    verify('recovers', { expected: 'the documents', actual: empty, when });
  }

  const session = await client.register();
  const expired = await expiredToken(system, session);
  await session.logout();
  await keepSession(page, system, session, expired);
  await page.goto('/app');
  verify('refusal-ends', {
    expected: 'Session expired, please log in again',
    actual: await loginNotice(page, 5000),
    when: `(${await showsHeading(page, 'Welcome back')})`,
  });
});
