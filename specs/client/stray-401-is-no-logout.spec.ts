import type { Route } from '@playwright/test';
import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';
import { keepSession, keptIn } from './kept-session.ts';

const stray: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'a 401 of a proxy': (route) => route.fulfill({ status: 401, body: '<html>Log in to the network</html>' }),
  'a 401 of another service': (route) =>
    route.fulfill({ status: 401, json: { error: 'unauthorized', message: 'Unauthorized', requestId: 'r' } }),
  'a 403': (route) =>
    route.fulfill({ status: 403, json: { error: 'forbidden', message: 'Forbidden', requestId: 'r' } }),
};
const at = `**${paths.documents}`;

requirement('client/stray-401-is-no-logout', async ({ system, session, page, verify }) => {
  await keepSession(page, system, session);
  const logouts: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('/logout')) logouts.push(pathname);
  });
  for (const [what, answer] of Object.entries(stray)) {
    const when = `after ${what}`;
    await page.route(at, answer, { times: 1 });
    await page.goto('/app');
    const again = page.getByRole('button', { name: 'Try again' });
    await again
      .or(page.getByRole('heading', { name: 'Welcome back' }))
      .first()
      .waitFor({ timeout: 5000 });
    verify('keeps-session', { expected: 'kept', actual: await keptIn(page), when });
    verify('no-logout-sent', { expected: [], actual: logouts, when });
    await again.click();
    const content = await page
      .getByText('Nothing here yet')
      .waitFor({ timeout: 5000 })
      .then(
        () => 'the documents',
        () => 'no documents',
      );
    verify('recovers', { expected: 'the documents', actual: content, when });
  }
});
