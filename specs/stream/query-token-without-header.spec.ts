import { modelDirectives } from '#contracts/wire/model.ts';
import { requirement } from '#fixtures/test.ts';

const message = `${modelDirectives({ tokens: 3, intervalMs: 10 })} Count to three.`;

requirement('stream/query-token-without-header', async ({ client, session, faults, verify }) => {
  const { id } = await session.createDocument();
  const bearer = session.accessToken;
  for (const hop of ['client->edge', 'edge->api']) {
    const when = `where ${hop} strips Authorization`;
    await using _ = await faults.on(hop, {
      type: 'header',
      stream: 'upstream',
      action: 'remove',
      name: 'Authorization',
    });
    await using refused = await client.stream(id, message, { bearer });
    verify('header-is-stripped', { expected: 401, actual: refused.status, when });
    await using opened = await client.stream(id, message, { bearer, query: `?token=${bearer}` });
    if (opened.status === 200) await opened.untilEnd(5000);
    const deltas = opened.events.filter(({ event }) => event === 'delta').length;
    verify('query-works', { expected: '200, 3 deltas', actual: `${opened.status}, ${deltas} deltas`, when });
  }
});
