import { requirement, until } from '#fixtures/test.ts';
import { refreshWith } from './refresh-tokens.ts';

// Production's ten seconds of grace, made short.
const options = { exclusive: true, settings: { REFRESH_GRACE_MS: '400' } };

requirement('session/replay-ends-the-session', options, async ({ client, verify }) => {
  const stolen = await client.register();
  const other = await client.login(stolen.credentials);
  const first = await refreshWith(client, stolen.refreshToken);
  const within = await refreshWith(client, stolen.refreshToken);
  verify('grace-answers', {
    expected: [200, 'the same successor'],
    actual: [within.status, within.refreshToken === first.refreshToken ? 'the same successor' : 'another one'],
  });

  let replayed = 200;
  await until(
    async () => {
      replayed = (await refreshWith(client, stolen.refreshToken)).status;
      return replayed !== 200;
    },
    { what: 'the end of the grace time', deadline: 5000 },
  ).catch(() => undefined);
  verify('replay-refused', { expected: 401, actual: replayed });
  const successor = await refreshWith(client, first.refreshToken ?? '');
  verify('successor-refused', { expected: 401, actual: successor.status });
  verify('access-refused', { expected: 401, actual: (await stolen.me()).status });
  verify('other-session-lives', { expected: 200, actual: (await other.me()).status });
});
