import type { Page } from '@playwright/test';
import { paths } from '#contracts/wire/paths.ts';
import { requirement, until } from '#fixtures/test.ts';
import { expiredToken, keepSession } from './kept-session.ts';

const refused = { error: 'refresh_invalid', message: 'The session cannot be refreshed, log in again', requestId: 'r' };
const away = { error: 'store_unavailable', message: 'A store is unavailable, try again shortly', requestId: 'r' };

requirement('client/no-refresh-storm', async ({ system, client, page, verify }) => {
  await page.clock.install();
  // Waits are drawn by chance, and one minute in 23 of a client that backs off looks as if it did not.
  await page.addInitScript(() => {
    Math.random = () => 0.5;
  });
  const pass = passing(page);

  const count = async (status: number, json: object, path: string) => {
    const session = await client.register();
    const { id } = await session.createDocument();
    await keepSession(page, system, session, await expiredToken(system, session));
    let refreshes = 0;
    await page.route(`**${paths.refresh}`, (route) => {
      refreshes += 1;
      return route.fulfill({ status, json });
    });
    await page.goto(path.replace(':id', id));
    await until(() => refreshes > 0, { what: 'a refresh', deadline: 5000 });
    await pass(30);
    const first = refreshes;
    await pass(30);
    await page.unroute(`**${paths.refresh}`);
    return { all: refreshes, late: refreshes - first };
  };

  const ofRefused = await count(401, refused, '/app');
  verify('refused-at-most-three', {
    expected: 'at most 3 refreshes in 60 s',
    actual: `${ofRefused.all} refreshes in 60 s`,
    holds: ofRefused.all <= 3,
  });
  const { all, late } = await count(503, away, '/chat/:id');
  verify('failing-backs-off', {
    expected: 'at most 20 refreshes in 60 s, at most a third of them in its second half',
    actual: `${all} refreshes in 60 s, ${late} in its second half`,
    holds: all <= 20 && late * 3 <= Math.max(3, all),
  });
});

/** Lets seconds of the page's clock pass, step by step, each one to the end of what the page asks in it. */
function passing(page: Page): (seconds: number) => Promise<void> {
  let asked = 0;
  let ended = 0;
  const end = () => {
    ended += 1;
  };
  page.on('request', () => {
    asked += 1;
  });
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  const answered = async () => {
    const before = ended;
    await page.evaluate(() => document.readyState);
    // A page that never stops asking is not waited for.
    const settled = () => ended >= asked || ended >= before + 5;
    await until(settled, { what: 'an answer to each request of the page', deadline: 5000 });
  };
  return async (seconds) => {
    for (let step = 0; step < seconds; step += 3) {
      await page.clock.runFor(3000);
      // An answer may lead to the next request: to a refresh, and that to a second attempt.
      for (let hop = 0; hop < 3; hop += 1) await answered();
    }
  };
}
