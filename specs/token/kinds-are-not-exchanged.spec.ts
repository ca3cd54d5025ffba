import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';
import { doorsOf, enter, welcome } from './doors.ts';

requirement('token/kinds-are-not-exchanged', async ({ client, session, verify }) => {
  const { id } = await session.createDocument();
  const doors = {
    ...doorsOf(client, id),
    'a WebSocket by ticket': (ticket: string) => enter(client, `?ticket=${ticket}`),
    'a refresh by cookie': async (token: string) => {
      const { status } = await client.post(paths.refresh, { cookie: `refresh_token=${token}` });
      return status === 200 ? welcome : String(status);
    },
  };
  const opens = (kind: string, door: string) => {
    if (door === 'a WebSocket by ticket') return kind === 'ticket';
    return door === 'a refresh by cookie' ? kind === 'refresh token' : kind === 'access token';
  };
  // A refresh uses its token up, and is the last door: what is shown before it is alive.
  for (const [door, knock] of Object.entries(doors)) {
    const kinds = {
      'refresh token': session.refreshToken,
      ticket: await session.ticket(),
      'access token': session.accessToken,
    };
    for (const [kind, token] of Object.entries(kinds)) {
      const actual = await knock(token);
      const when = `for the ${kind} at ${door}`;
      if (opens(kind, door)) verify('own-door-opens', { expected: welcome, actual, when });
      else
        verify('other-doors-stay-shut', {
          expected: '401, or 1008',
          actual,
          holds: /^(401|1008)\b/.test(actual),
          when,
        });
    }
  }
});
