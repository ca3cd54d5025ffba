import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';
import { openInPage } from './open-in-page.ts';

// In a browser: only a browser fails a connection whose subprotocol it did not offer, or did not get.
requirement('websocket/subprotocol-is-no-credential', async ({ page, session, verify }) => {
  const token = session.accessToken;
  const offered = ['chat.v1', token];
  await page.goto('/favicon.svg');

  const withTicket = await openInPage(page, `${paths.chatSocket}?ticket=${await session.ticket()}`, offered);
  verify('browser-gets-open', { expected: 'let in', actual: withTicket.outcome });
  const selected = withTicket.protocol === token ? 'the token' : withTicket.protocol;
  verify('selects-chat-v1', { expected: 'chat.v1', actual: selected });

  const alone = await openInPage(page, paths.chatSocket, offered);
  verify('token-lets-nobody-in', { expected: '1008 Invalid token', actual: alone.outcome });
});
