import { requirement } from '#fixtures/test.ts';

const endsHere = ['connection', 'keep-alive', 'proxy-connection', 'te', 'transfer-encoding', 'upgrade', 'x-hop'];
const ownOptions = /^(keep-alive|close)$/i;

requirement('proxy/no-hop-by-hop-field-reaches-the-api', async ({ system, clientOf, recording, verify }) => {
  const ways = [
    { name: 'from the web tier', link: 'web->api', client: clientOf(system.direct('web')), path: '/auth/logout' },
    { name: 'from the edge and the web tier', link: 'web->api', client: clientOf(system.url), path: '/auth/logout' },
    { name: 'from the edge', link: 'edge->api', client: clientOf(system.url), path: '/api/auth/logout' },
  ];
  for (const { name, link, client, path } of ways) {
    await using record = await recording(link);
    const answer = await client.post(path, {
      headers: { connection: 'close, x-hop', 'x-hop': '1', te: 'trailers', 'proxy-connection': 'keep-alive' },
    });
    const heads = await record.requests(answer.requestId);
    verify('request-arrives', { expected: 1, actual: heads.length, when: name });
    const arrived = (heads[0]?.headers ?? []).map(([field, value]) => [field.toLowerCase(), value] as const);
    // An intermediary may say its own Connection: keep-alive or close, and frames the body itself.
    const kept = arrived.filter(
      ([field, value]) => endsHere.includes(field) && !(field === 'connection' && ownOptions.test(value)),
    );
    verify('no-hop-by-hop-field', { expected: [], actual: kept, when: name });
  }
});
