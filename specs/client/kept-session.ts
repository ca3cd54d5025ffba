import type { Page } from '@playwright/test';
import { mintToken, type Session, type System } from '#fixtures/test.ts';

/** Literal of report 2: where the page keeps its session. */
const key = 'insight-garden-auth';

/** An access token of `session` that expired a minute ago. */
export function expiredToken(system: System, { user, accessToken }: Session): Promise<string> {
  const { session_id } = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as {
    readonly session_id: string;
  };
  return mintToken(system.granted('jwtSecret'), {
    userId: user.id,
    email: user.email,
    sessionId: session_id,
    expiresIn: -60,
  });
}

/** Puts `session` into the browser as a login would have, with `accessToken` in its place when given. */
export async function keepSession(
  page: Page,
  { url }: System,
  { user, accessToken: issued, refreshToken }: Session,
  accessToken = issued,
): Promise<void> {
  const cookie = { name: 'refresh_token', value: refreshToken, url, httpOnly: true, sameSite: 'Lax' } as const;
  await page.context().addCookies([cookie]);
  // Of the page's origin, and no page of its own that would act.
  await page.goto('/favicon.svg');
  const stored = JSON.stringify({ state: { isAuthenticated: true, user, accessToken }, version: 0 });
  await page.evaluate(([name, value]) => localStorage.setItem(name, value), [key, stored] as const);
}

/** `kept` while the browser's storage holds a token. */
export async function keptIn(page: Page): Promise<'kept' | 'no session'> {
  const stored = await page.evaluate((name) => localStorage.getItem(name), key);
  const parsed = JSON.parse(stored ?? '{}') as { readonly state?: { readonly accessToken?: string | null } };
  return typeof parsed.state?.accessToken === 'string' ? 'kept' : 'no session';
}

/** What the login page says of why it is shown, or `no login` when it is not within `deadline` ms. */
export async function loginNotice(page: Page, deadline = 2000): Promise<string> {
  const heading = page.getByRole('heading', { name: 'Welcome back' });
  const shown = await heading.waitFor({ timeout: deadline }).then(
    () => true,
    () => false,
  );
  if (!shown) return `no login within ${deadline} ms`;
  const notice = page.locator('main .banner');
  return (await notice.count()) === 0 ? 'no notice' : ((await notice.first().textContent()) ?? '');
}

/** Whether a heading of that name is there within 5 s. */
export function showsHeading(page: Page, name: string): Promise<string> {
  return page
    .getByRole('heading', { name })
    .waitFor({ timeout: 5000 })
    .then(
      () => name,
      () => `not shown at ${new URL(page.url()).pathname}`,
    );
}
