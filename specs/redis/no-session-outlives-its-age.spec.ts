import { paths } from '#contracts/wire/paths.ts';
import { requirement, until } from '#fixtures/test.ts';
import { refreshing, ticks } from './refreshing.ts';

// 30 days in production; here three seconds, of which a refresh may be a second wrong either way.
const ageMs = 3000;
const wrongMs = 1000;
const options = { exclusive: true, settings: { SESSION_MAX_AGE: String(ageMs / 1000) } };

requirement('redis/no-session-outlives-its-age', options, async ({ client, verify }) => {
  const before = performance.now();
  const session = await client.register();
  const born = performance.now();
  const active = refreshing(client, session);
  await using socket = client.socket(`?token=${session.accessToken}`);
  await socket.untilMessage('ready', 5000);
  const expected = '200 before the age, 401 refresh_invalid after it';
  for await (const _ of ticks(200, ageMs + wrongMs + 600)) {
    socket.send({ type: 'ping' });
    const asked = performance.now();
    const actual = await active.refresh();
    const ended = actual === '401 refresh_invalid';
    // It was born between the two, and the answer came between its question and now.
    const holds = ended ? performance.now() - before > ageMs - wrongMs : asked - born < ageMs + wrongMs;
    const when = `to a refresh after ${((asked - born) / 1000).toFixed(1)} s`;
    verify('ends-at-its-age', { expected, actual, holds: holds && (ended || actual === '200'), when });
    if (ended) break;
  }
  const bearer = active.bearer();
  let status = 0;
  await until(
    async () => {
      ({ status } = await client.get(paths.me, { bearer }));
      return status === 401;
    },
    { what: 'a refusal of the last token', deadline: 2 * wrongMs },
  ).catch(() => undefined);
  verify('no-door-left', { expected: 401, actual: status, when: 'to GET me with the last token' });
  await using refused = client.socket(`?token=${bearer}`);
  const { code } = await refused.untilClosed(5000);
  verify('no-door-left', { expected: 1008, actual: code, when: 'to a WebSocket with the last token' });
});
