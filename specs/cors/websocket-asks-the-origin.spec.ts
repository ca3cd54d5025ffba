import { requirement, until } from '#fixtures/test.ts';
import { developmentPage } from './allowed.ts';

requirement('cors/websocket-asks-the-origin', async ({ system, client, session, verify }) => {
  const enter = async (query: string, origin: string | undefined) => {
    await using socket = client.socket(query, origin === undefined ? {} : { headers: { origin } });
    const outcome = () => {
      const closed = socket.closed();
      if (socket.messages.some(({ type }) => type === 'ready')) return 'let in';
      return closed === undefined ? undefined : String(closed.code);
    };
    return await until(outcome, { what: 'what becomes of a WebSocket', deadline: 5000 });
  };
  for (const origin of [undefined, developmentPage, system.url]) {
    const actual = await enter(`?token=${session.accessToken}`, origin);
    verify('own-page-is-served', { expected: 'let in', actual, when: `for ${origin ?? 'no browser'}` });
  }
  const foreign = ['https://evil.test', 'null', `${developmentPage}.evil.test`, 'https://localhost:5173'];
  for (const origin of foreign) {
    for (const query of [`?token=${session.accessToken}`, `?ticket=${await session.ticket()}`]) {
      const actual = await enter(query, origin);
      verify('foreign-page-is-not', { expected: '1008', actual, when: `for ${origin} with ${query.slice(1, 6)}` });
    }
  }
});
