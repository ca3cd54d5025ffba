import type { Page } from '@playwright/test';
import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';
import { openLivePage } from './live-page.ts';

const away = ['Reconnecting', 'Connecting', 'Closed'];
// Less than the page lets through, so that something can be too large in it.
const settings = { WS_MAX_PAYLOAD: '4096' };
const options = { exclusive: true, settings, timeout: 60_000 };

requirement('websocket/page-tells-closes-apart', options, async ({ system, client, page, faults, verify }) => {
  const live = await openLivePage(page, await client.register());
  const chat = system.service('chat');
  const losses = {
    'the connection was reset': async () => {
      await using fault = await faults.on('edge->chat', { type: 'reset' });
      await fault.untilFired(5000);
      await live.connection(away, 5000);
    },
    'the chat was restarted': async () => {
      await chat.stop();
      await live.connection(away, 5000);
      await chat.restart();
    },
  };
  for (const [loss, lose] of Object.entries(losses)) {
    await lose();
    const actual = await live.connection(['Live', 'Closed'], 20_000);
    verify('comes-back', { expected: 'Live', actual, when: `after ${loss}` });
  }

  await live.say('Too large. '.repeat(600));
  const again = live.panel.getByRole('button', { name: 'Send again' });
  await again.waitFor({ timeout: 3000 }).catch(() => undefined);
  verify('drops-too-large', {
    expected: 'offered to be sent again',
    actual: (await again.count()) === 1 ? 'offered to be sent again' : 'not offered to be sent again',
  });
  verify('drops-too-large', { expected: 'Live', actual: await live.connection(['Live', 'Closed'], 20_000) });

  await client.post(paths.logout, { bearer: await tokenIn(page) });
  const notice = page.getByText('Session expired, please log in again');
  await notice.waitFor({ timeout: 5000 }).catch(() => undefined);
  verify('asks-for-login', {
    expected: 'Session expired, please log in again',
    actual: (await notice.count()) === 1 ? 'Session expired, please log in again' : new URL(page.url()).pathname,
  });
});

/** The access token that the page keeps where report 2 says. */
async function tokenIn(page: Page): Promise<string> {
  const kept = await page.evaluate(() => localStorage.getItem('insight-garden-auth'));
  return (JSON.parse(kept ?? '{}') as { readonly state: { readonly accessToken: string } }).state.accessToken;
}
