import type { Page } from '@playwright/test';
import { paths } from '#contracts/wire/paths.ts';
import { logIn, requirement, type Session, until } from '#fixtures/test.ts';

const slow = { type: 'latency', latency: 2000 } as const;
// Literals: what a client that meets an outage is told.
const away = { error: 'store_unavailable', message: 'A store is unavailable, try again shortly' };

const options = { exclusive: true, timeout: 60_000 };
requirement('session/slow-redis-is-no-logout', options, async ({ client, session, page, faults, verify }) => {
  const document = await session.createDocument('Slow Redis');
  const { credentials } = await client.register();
  await logIn(page, credentials);

  const asked = {
    [`GET ${paths.me}`]: () => session.me(),
    [`GET ${paths.documents}`]: () => client.get(paths.documents, { bearer: session.accessToken }),
    'POST to a stream': () => streamHead(session, document.id),
  };
  async function streamHead({ accessToken: bearer }: Session, id: string) {
    await using stream = await client.stream(id, 'hello', { bearer });
    if (stream.status !== 200) await stream.untilEnd(5000);
    return { status: stream.status, body: stream.body() };
  }

  {
    await using _api = await faults.on('api->redis', slow);
    for (const [when, ask] of Object.entries(asked)) {
      const { status, body } = await ask();
      const { error, message } = status === 200 ? {} : (JSON.parse(body) as Partial<typeof away>);
      verify('never-refused', {
        expected: `200, or 503 ${away.error} ${away.message}`,
        actual: status === 200 ? '200' : `${status} ${error} ${message}`,
        holds: status === 200 || (status === 503 && error === away.error && message === away.message),
        when: `to ${when}`,
      });
    }
    await using _chat = await faults.on('chat->redis', slow);
    await using socket = client.socket(`?token=${session.accessToken}`);
    const code = await until(
      () => socket.closed()?.code ?? (socket.messages.some(({ type }) => type === 'ready') ? 'served' : undefined),
      { what: 'what becomes of the socket', deadline: 10_000 },
    );
    verify('socket-told-to-retry', {
      expected: 'served, or closed with 1013',
      actual: code,
      holds: code === 'served' || code === 1013,
    });
    const shown = await shownAfterReload(page);
    verify('page-keeps-session', { expected: 'Documents', actual: shown });
  }

  for (const [when, ask] of Object.entries(asked)) {
    let status = 0;
    await until(
      async () => {
        ({ status } = await ask());
        return status === 200;
      },
      { what: `an answer to ${when}`, deadline: 5000 },
    ).catch(() => undefined);
    verify('works-again', { expected: 200, actual: status, when: `to ${when}` });
  }
});

/** What the page shows once its request for the documents is answered. */
async function shownAfterReload(page: Page): Promise<string | null> {
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === paths.documents, {
    timeout: 10_000,
  });
  await page.goto('/app');
  await answered;
  const notice = page.getByText('Session expired, please log in again');
  const judged = page.getByText('You are still logged in').or(page.getByText('Nothing here yet'));
  await notice.or(judged).first().waitFor({ timeout: 10_000 });
  return (await notice.count()) > 0
    ? notice.first().textContent()
    : page.getByRole('heading', { level: 1 }).textContent();
}
