import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';
import { openInPage } from './open-in-page.ts';

requirement('websocket/upgrade-passes-the-edge', async ({ system, clientOf, session, page, verify }) => {
  const edges = [
    ['over plain HTTP', system.url],
    ['over TLS', system.tlsUrl],
  ] as const;
  for (const [when, origin] of edges) {
    await using socket = clientOf(origin).socket(`?token=${session.accessToken}`);
    const status = await socket.untilAnswered(3000).catch(() => 0);
    const ready = status === 101 && (await socket.untilMessage('ready', 3000).catch(() => undefined)) !== undefined;
    verify('answered-101', { expected: '101, ready', actual: `${status}, ${ready ? 'ready' : 'not ready'}`, when });

    // A browser that speaks HTTP/2 with this edge opens its socket beside it.
    await page.goto(`${origin}/favicon.svg`);
    const { outcome } = await openInPage(page, `${paths.chatSocket}?ticket=${await session.ticket()}`);
    verify('browser-is-let-in', { expected: 'let in', actual: outcome, when });
  }
});
