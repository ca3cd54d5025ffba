import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { paths } from '#contracts/wire/paths.ts';
import { requirement, submitLogin } from '#fixtures/test.ts';

const encode = (members: object) => Buffer.from(JSON.stringify(members)).toString('base64url');

/** A token as the old services signed it: no key id, and the claims of its format. */
function oldToken(secret: string, claims: object): string {
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** Resolves when the page shows no "Welcome back", for however short a moment: it may come back with the next answer. */
function untilLeft(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const shown = () => [...document.querySelectorAll('h1, h2')].some((h) => h.textContent === 'Welcome back');
        const observer = new MutationObserver(() => {
          if (!shown()) resolve();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        AbortSignal.timeout(5000).addEventListener('abort', () => reject(new Error('the login did not go away')));
      }),
  );
}

requirement('chat/old-token-costs-one-login', async ({ page, system, client, verify }) => {
  const { user, credentials, ...session } = await client.register();
  const { id } = await session.createDocument();
  const now = Math.floor(Date.now() / 1000);
  // Literals of report 4: the members of the two formats that are not the unified one.
  const legacy = { sub: user.id, exp: now + 600, iat: now };
  const oauth = { sub: user.id, email: user.email, aud: 'holdfast', iss: 'holdfast-api', exp: now + 600 };
  const secret = system.granted('jwtSecret');
  for (const [when, claims] of Object.entries({ 'in the legacy format': legacy, 'in the OAuth format': oauth })) {
    const token = oldToken(secret, claims);
    await using socket = client.socket(`?token=${token}`);
    const { code, reason } = await socket.untilClosed(5000);
    verify('refused-at-the-chat', { expected: '1008 Invalid token', actual: `${code} ${reason}`, when });
    const { status } = await client.get(paths.me, { bearer: token });
    verify('refused-at-the-api', { expected: 401, actual: status, when });
  }

  const token = oldToken(secret, legacy);
  const stored = { state: { isAuthenticated: true, user, accessToken: token }, version: 0 };
  await page.goto('/favicon.svg');
  await page.evaluate((value) => localStorage.setItem('insight-garden-auth', value), JSON.stringify(stored));
  await page.goto(`/chat/${id}`);
  const sent: string[] = [];
  const welcome = page.getByRole('heading', { name: 'Welcome back' });
  await welcome.waitFor({ timeout: 5000 });
  page.on('request', (request) => {
    if (request.headers()['authorization'] === `Bearer ${token}`) sent.push(new URL(request.url()).pathname);
  });
  const left = untilLeft(page);
  await submitLogin(page, credentials);
  await left;
  const live = page.locator('.connection[data-state="live"]');
  await live.or(welcome).first().waitFor({ timeout: 5000 });
  const shown = (await welcome.count()) > 0 ? 'Welcome back' : 'the chat';
  verify('one-login', { expected: 'the chat', actual: shown, when: 'after the login' });
  verify('not-sent-again', { expected: [], actual: sent });
  verify('chat-works', { expected: 'Live', actual: await live.getByRole('status').textContent() });
});
