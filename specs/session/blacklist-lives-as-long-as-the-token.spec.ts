import { createHash } from 'node:crypto';
import { MeAnswer } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { mintToken, redisEntries, redisLife, requirement } from '#fixtures/test.ts';

// Literals of report 3: the key's prefix, and the 30 minutes of an access token.
const prefix = 'blacklist:';
const accessLife = 1800;
const slack = 10;

requirement('session/blacklist-lives-as-long-as-the-token', async ({ system, client, verify }) => {
  const session = await client.register();
  const me = (await session.me()).json(MeAnswer);
  const old = await mintToken(system.granted('jwtSecret'), {
    expiresIn: 600,
    sessionId: me.session.id,
    userId: me.user.id,
    email: me.user.email,
  });
  await client.post(paths.logout, { bearer: session.accessToken });
  await client.post(paths.logout, { bearer: old });

  const redis = system.granted('redis');
  const lifeOf = async (key: string) => Math.ceil((await redisLife(redis, key)) / 1000);
  for (const [token, life] of [
    [session.accessToken, accessLife],
    [old, 600],
  ] as const) {
    const seconds = await lifeOf(prefix + createHash('sha256').update(token).digest('hex'));
    verify('token-for-its-remaining-life', { ...within(seconds, life), when: `for a token with ${life} s left` });
  }
  verify('session-for-an-access-life', within(await lifeOf(`${prefix}session:${me.session.id}`), accessLife));

  const keys = await redisEntries(redis);
  const revealing = keys.filter((key) => key.includes(session.accessToken) || key.includes(old));
  verify('no-token-in-a-key', {
    expected: 'none',
    actual: revealing[0] === undefined ? 'none' : `${revealing[0].slice(0, prefix.length)}<token>`,
  });
});

function within(seconds: number, life: number) {
  const actual = seconds <= 0 ? 'no key, or one for ever' : `${seconds} s`;
  return { expected: `${life - slack} to ${life} s`, actual, holds: seconds > life - slack && seconds <= life };
}
