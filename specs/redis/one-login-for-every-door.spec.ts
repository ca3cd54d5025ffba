import { ErrorAnswer } from '#contracts/wire/errors.ts';
import { paths } from '#contracts/wire/paths.ts';
import { type Client, requirement, until } from '#fixtures/test.ts';

const welcome = 'let in';
const refused = /^(401 token_revoked|1008 Invalid token)$/;

requirement('redis/one-login-for-every-door', async ({ client, session, verify }) => {
  const { id } = await session.createDocument();
  const doors = doorsOf(client, id, session.accessToken);
  for (const [door, enter] of Object.entries(doors)) {
    verify('every-door-opens', { expected: welcome, actual: await enter(), when: `at ${door}` });
  }
  await session.logout();
  for (const [door, enter] of Object.entries(doors)) {
    const actual = await enter();
    verify('every-door-closes', { expected: refused.source, actual, holds: refused.test(actual), when: `at ${door}` });
  }
});

function doorsOf(client: Client, documentId: string, bearer: string): Readonly<Record<string, () => Promise<string>>> {
  const outcome = (status: number, body: string) =>
    status === 200 ? welcome : `${status} ${ErrorAnswer.parse(JSON.parse(body)).error}`;
  return {
    async 'GET me'() {
      const { status, body } = await client.get(paths.me, { bearer });
      return outcome(status, body);
    },
    async 'a stream'() {
      await using stream = await client.stream(documentId, 'hello', { bearer });
      if (stream.status !== 200) await stream.untilEnd(5000);
      return outcome(stream.status, stream.body());
    },
    async 'a WebSocket'() {
      await using socket = client.socket(`?token=${bearer}`);
      return await until(
        () => {
          const closed = socket.closed();
          if (closed !== undefined) return `${closed.code} ${closed.reason}`;
          return socket.messages.some(({ type }) => type === 'ready') ? welcome : undefined;
        },
        { what: 'what becomes of a WebSocket', deadline: 5000 },
      );
    },
    async 'a ticket'() {
      const { status, body } = await client.post(paths.chatTickets, { bearer });
      return outcome(status, body);
    },
  };
}
