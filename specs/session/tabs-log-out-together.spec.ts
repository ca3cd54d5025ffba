import type { Page } from '@playwright/test';
import { logIn, requirement } from '#fixtures/test.ts';

requirement('session/tabs-log-out-together', async ({ client, context, page: first, verify }) => {
  const { credentials } = await client.register();
  await logIn(first, credentials);
  const other = await context.newPage();
  await other.goto('/app');
  await other.getByRole('heading', { name: 'Documents' }).waitFor();

  const late: string[] = [];
  await first.getByRole('button', { name: 'Log out' }).click();
  other.on('request', (request) => {
    if (request.headers()['authorization'] !== undefined) late.push(new URL(request.url()).pathname);
  });
  verify('first-tab-out', { expected: 'Log in', actual: await shown(first) });
  verify('other-tab-out', { expected: 'Log in', actual: await shown(other) });
  await other.goto('/app');
  await shown(other);
  verify('no-late-request', { expected: [], actual: late });
});

/** The heading of the login once it is there, else that of the page after 2 s. */
async function shown(page: Page): Promise<string | null> {
  const login = page.getByRole('button', { name: 'Log in' });
  await login.waitFor({ timeout: 2000 }).catch(() => undefined);
  return (await login.count()) > 0 ? 'Log in' : page.getByRole('heading', { level: 1 }).textContent();
}
