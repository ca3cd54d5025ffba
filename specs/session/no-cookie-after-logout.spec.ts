import type { BrowserContext, Page } from '@playwright/test';
import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';

requirement('session/no-cookie-after-logout', async ({ system, client, context, page, verify }) => {
  const { credentials } = await client.register();
  for (const [origin, path] of [
    [system.tlsUrl, paths.logout],
    [system.url, '/auth/logout'],
  ] as const) {
    const when = `with ${path} over ${new URL(origin).protocol}`;
    // Any document of that origin will do: its fetches go by the browser's own rules of cookies.
    await page.goto(`${origin}${paths.health}`);
    const login = await post(page, paths.login, credentials);
    verify('held-before', {
      expected: '200, refresh_token on / out of reach of scripts',
      actual: `${login}, ${await jarOf(context)}`,
      when,
    });
    await post(page, path, {});
    verify('none-after', { expected: 'none', actual: await jarOf(context), when });
  }
});

/** Status of a POST that the page itself makes. */
function post(page: Page, path: string, json: object): Promise<number> {
  return page.evaluate(
    async ([url, body]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(url, { method: 'POST', headers, body })).status;
    },
    [path, JSON.stringify(json)] as const,
  );
}

/** Every cookie the browser holds, whatever its path and domain. */
async function jarOf(context: BrowserContext): Promise<string> {
  const held = (await context.cookies()).map(
    ({ name, path, httpOnly }) => `${name} on ${path} ${httpOnly ? 'out of' : 'in'} reach of scripts`,
  );
  return held.join(', ') || 'none';
}
