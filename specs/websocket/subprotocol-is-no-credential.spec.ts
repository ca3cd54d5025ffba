import type { Page } from '@playwright/test';
import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';

// In a browser: only a browser fails a connection whose subprotocol it did not offer, or did not get.
requirement('websocket/subprotocol-is-no-credential', async ({ page, session, verify }) => {
  const token = session.accessToken;
  await page.goto('/favicon.svg');

  const withTicket = await connect(page, `?ticket=${await session.ticket()}`, ['chat.v1', token]);
  verify('browser-gets-open', { expected: 'let in', actual: withTicket.outcome });
  const selected = withTicket.protocol === token ? 'the token' : withTicket.protocol;
  verify('selects-chat-v1', { expected: 'chat.v1', actual: selected });

  const alone = await connect(page, '', ['chat.v1', token]);
  verify('token-lets-nobody-in', { expected: '1008 Invalid token', actual: alone.outcome });
});

/** Opens a socket in the page: its first message lets it in, else what it was closed with. */
function connect(page: Page, query: string, protocols: readonly string[]) {
  return page.evaluate(
    ([path, offered]) =>
      new Promise<{ readonly outcome: string; readonly protocol: string }>((resolve) => {
        const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`, [...offered]);
        socket.onmessage = () => {
          resolve({ outcome: 'let in', protocol: socket.protocol });
          socket.close();
        };
        socket.onclose = ({ code, reason }) =>
          resolve({ outcome: `${code} ${reason}`.trim(), protocol: socket.protocol });
      }),
    [`${paths.chatSocket}${query}`, protocols] as const,
  );
}
