import type { Page } from '@playwright/test';
import { paths } from '#contracts/wire/paths.ts';
import { requirement, until } from '#fixtures/test.ts';
import { expiredToken, keepSession, showsHeading } from './kept-session.ts';

requirement('client/one-refresh-for-all', async ({ system, client, session, page, recording, verify }) => {
  const other = await client.login((await client.register()).credentials);
  await using link = await recording('web->api');
  const { requestId, status } = await client.post('/auth/refresh', { cookie: `refresh_token=${other.refreshToken}` });
  const sent = await link.requests(requestId);
  verify('web-tier-sends-once', {
    expected: '1 requests to the api, answered 200',
    actual: `${sent.length} requests to the api, answered ${status}`,
  });

  const { id, title } = await session.createDocument('Three tabs');
  await keepSession(page, system, session, await expiredToken(system, session));
  const context = page.context();
  let refreshes = 0;
  const release = Promise.withResolvers<void>();
  await context.route(`**${paths.refresh}`, async (route) => {
    refreshes += 1;
    await release.promise;
    await route.continue();
  });
  const tabs = [page, await context.newPage(), await context.newPage()];
  await Promise.all(tabs.map((tab) => tab.goto(`/chat/${id}`)));
  // The first answer waits for the other tabs, which would find its token otherwise.
  await until(() => refreshes > 1, { what: 'another refresh', deadline: 1000 }).catch(() => undefined);
  release.resolve();
  // By then each has sent all that it sends by itself.
  const shown = await Promise.all(tabs.map(async (tab) => `${await showsHeading(tab, title)}, ${await liveness(tab)}`));
  verify('tabs-refresh-once', { expected: '1 refreshes', actual: `${refreshes} refreshes` });
  const served = `${title}, live`;
  verify('all-served', { expected: [served, served, served], actual: shown });
});

/** Whether the page’s socket is open within 8 s. */
function liveness(page: Page): Promise<string> {
  const live = page.getByText('Live', { exact: true }).first();
  return live.waitFor({ timeout: 8000 }).then(
    () => 'live',
    () => 'not live',
  );
}
