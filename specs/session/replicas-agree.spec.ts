import { modelDirectives } from '#contracts/wire/model.ts';
import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';

const replicas = ['api', 'api#2'] as const;
const options = { exclusive: true, replicas: { api: replicas.length }, timeout: 60_000 };

requirement('session/replicas-agree', options, async ({ system, client, clientOf, verify }) => {
  const at = replicas.map((name) => ({ name, ask: clientOf(system.direct(name)) }));
  for (const out of at) {
    const session = await client.register();
    const bearer = session.accessToken;
    const { id } = await session.createDocument();
    for (const { name, ask } of at) {
      verify('works-before', {
        expected: 200,
        actual: (await ask.get(paths.me, { bearer })).status,
        when: `at ${name}`,
      });
    }
    const elsewhere = at.find((replica) => replica !== out) ?? out;
    const long = `${modelDirectives({ tokens: 400, intervalMs: 50 })} Tell me everything.`;
    await using open = await elsewhere.ask.stream(id, long, { bearer });
    await open.untilEvents(1, 5000);

    const loggedOut = performance.now();
    await out.ask.post(paths.logout, { bearer });
    for (const { name, ask } of at) {
      const when = `at ${name} after a logout at ${out.name}`;
      verify('http-refused', { expected: 401, actual: (await ask.get(paths.me, { bearer })).status, when });
      await using stream = await ask.stream(id, 'again', { bearer });
      verify('sse-refused', { expected: 401, actual: stream.status, when });
      const refresh = await ask.post(paths.refresh, { cookie: `refresh_token=${session.refreshToken}` });
      verify('refresh-refused', { expected: 401, actual: refresh.status, when });
    }
    const end = await open.untilEnd(Math.max(1, 2000 - (performance.now() - loggedOut))).catch(() => undefined);
    verify('open-stream-ends', {
      expected: 'ended within 2 s',
      actual: end === undefined ? 'open after 2 s' : 'ended within 2 s',
    });
  }
});
