import { paths } from '#contracts/wire/paths.ts';
import { mintToken, requirement } from '#fixtures/test.ts';
import { enter, welcome } from './doors.ts';
import { readJwt } from './jwt.ts';

const retired = 'rotation-0-was-in-use-until-last-month-and-is-gone';
const previous = 'rotation-1-was-in-use-until-a-minute-ago-and-counts';
const current = 'rotation-2-signs-whatever-is-issued-from-now-on';
const options = {
  exclusive: true,
  replicas: { api: 2 },
  settings: { JWT_SECRET: current, JWT_SECRET_PREVIOUS: previous },
} as const;

requirement('token/secret-rotates-unnoticed', options, async ({ system, client, clientOf, session, verify }) => {
  const { user, accessToken } = session;
  const sessionId = String(readJwt(accessToken).claims['session_id']);
  const of = (secret: string) => mintToken(secret, { userId: user.id, email: user.email, sessionId });
  const [old, gone] = [await of(previous), await of(retired)];
  const replicas = ['api', 'api#2'] as const;
  const judge = async (when: string) => {
    for (const name of replicas) {
      const ask = async (bearer: string) => (await clientOf(system.direct(name)).get(paths.me, { bearer })).status;
      verify('issued-works', { expected: 200, actual: await ask(accessToken), when: `at ${name}${when}` });
      verify('previous-works', { expected: 200, actual: await ask(old), when: `at ${name}${when}` });
      verify('retired-refused', { expected: 401, actual: await ask(gone), when: `at ${name}${when}` });
    }
  };
  await judge('');
  const sockets = {
    issued: await enter(client, `?token=${accessToken}`),
    previous: await enter(client, `?token=${old}`),
  };
  verify('issued-works', { expected: welcome, actual: sockets.issued, when: 'at a WebSocket' });
  verify('previous-works', { expected: welcome, actual: sockets.previous, when: 'at a WebSocket' });
  const refused = await enter(client, `?token=${gone}`);
  verify('retired-refused', { expected: '1008 Invalid token', actual: refused, when: 'at a WebSocket' });

  await system.service('api').restart();
  await judge(' after a restart of one');
});
