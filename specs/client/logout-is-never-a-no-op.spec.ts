import type { Route } from '@playwright/test';
import { requirement } from '#fixtures/test.ts';
import { expiredToken, keepSession, keptIn, loginNotice, showsHeading } from './kept-session.ts';

const told = 'You are logged out.';
const untold = 'You are logged out here; the server could not be told.';

const cases: readonly {
  readonly when: string;
  readonly says: string;
  readonly answer: (route: Route) => Promise<void>;
  readonly expired?: true;
}[] = [
  { when: 'with a living token', says: told, answer: (route) => route.continue() },
  { when: 'with an expired token', says: told, answer: (route) => route.continue(), expired: true },
  { when: 'when the server answers 500', says: untold, answer: (route) => route.fulfill({ status: 500, body: 'no' }) },
  { when: 'when the server cannot be reached', says: untold, answer: (route) => route.abort('connectionrefused') },
];

requirement('client/logout-is-never-a-no-op', async ({ system, client, page, verify }) => {
  for (const { when, says, answer, expired } of cases) {
    const session = await client.register();
    await keepSession(page, system, session);
    await page.goto('/app');
    await showsHeading(page, 'Documents');
    // It expires while the page is open: nothing has noticed when the button is clicked.
    const token = expired === true ? await expiredToken(system, session) : undefined;
    await page.route('**/auth/logout', async (route) => {
      if (token === undefined) return answer(route);
      await route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${token}` } });
    });
    await page.getByRole('button', { name: 'Log out' }).click();
    const shown = await loginNotice(page);
    verify('login-shown', {
      expected: 'the login page',
      actual: shown.startsWith('no login') ? shown : 'the login page',
      when,
    });
    await page
      .getByText(says)
      .waitFor({ timeout: 2000 })
      .catch(() => undefined);
    verify('says-the-truth', { expected: says, actual: await loginNotice(page), when });
    verify('session-forgotten', { expected: 'no session', actual: await keptIn(page), when });
    await page.unroute('**/auth/logout');
  }
});
