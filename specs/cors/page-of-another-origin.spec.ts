import type { Page } from '@playwright/test';
import { requirement, submitLogin } from '#fixtures/test.ts';
import { pointPageAt } from './point-page-at.ts';

requirement('cors/page-of-another-origin', async ({ system, browser, user, verify }) => {
  const api = system.url;
  // The same machine by another name is another origin, and CORS_ORIGIN names it; past the edge it is not named.
  const allowed = api.replace('127.0.0.1', 'localhost');
  const foreign = system.direct('web');
  const open = async (origin: string) => {
    // The page's own policy names its api where the web tier knows it; here the test has chosen it.
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.addInitScript(pointPageAt, api);
    await page.goto(`${origin}/login`);
    return page;
  };
  const page = await open(allowed);
  const refused = await outcomeOfLogin(page, { ...user, password: 'hfp_wrong' });
  verify('refusal-is-readable', { expected: 'Email or password is wrong', actual: refused });
  const shown = await outcomeOfLogin(page, user);
  verify('works-from-allowed-origin', { expected: 'Documents', actual: shown, when: `from ${allowed} to ${api}` });
  await page
    .getByText('Nothing here yet')
    .waitFor({ timeout: 5000 })
    .catch(() => undefined);
  const list = (await page.getByText('Nothing here yet').count()) > 0 ? 'its documents' : 'no documents';
  verify('works-from-allowed-origin', { expected: 'its documents', actual: list });
  await page.context().close();

  const other = await open(foreign);
  const told = await outcomeOfLogin(other, user);
  verify('says-what-is-wrong', {
    expected: `the server ${api}, the origin ${foreign} and CORS_ORIGIN`,
    actual: told,
    holds: [api, foreign, 'CORS_ORIGIN'].every((part) => told.includes(part)),
  });
  await other.context().close();
});

/** The heading of the documents, or what the form says instead. */
async function outcomeOfLogin(page: Page, credentials: { email: string; password: string }): Promise<string> {
  await submitLogin(page, credentials);
  const heading = page.getByRole('heading', { name: 'Documents' });
  const outcome = heading.or(page.locator('[role=alert] .error')).first();
  await outcome.waitFor({ timeout: 5000 });
  return (await outcome.textContent()) ?? '';
}
