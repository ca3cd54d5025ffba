import { isIP } from 'node:net';
import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';

// An address of RFC 5737, which no client here has.
const claimed = '203.0.113.7';
const claims = { 'x-real-ip': claimed, 'x-forwarded-for': claimed, 'x-forwarded-proto': 'gopher' };
const contentType = 'application/json; charset=utf-8';

requirement('proxy/client-is-told-to-the-api', async ({ system, clientOf, recording, verify }) => {
  for (const origin of [system.url, system.tlsUrl]) {
    const client = clientOf(origin);
    const { host, hostname, protocol } = new URL(origin);
    const ways = [
      { link: 'edge->api', path: paths.login, told: true },
      { link: 'web->api', path: '/auth/login', told: false },
    ];
    for (const { link, path, told } of ways) {
      const when = `on ${link} for ${protocol}//`;
      await using record = await recording(link);
      const { requestId } = await client.post(path, {
        body: '{"email":"nobody@holdfast.test","password":"hfp_wrong"}',
        headers: { ...claims, 'content-type': contentType },
      });
      const heads = await record.requests(requestId);
      verify('request-arrives', { expected: 1, actual: heads.length, when });
      const fields = new Map(heads[0]?.headers.map(([name, value]) => [name.toLowerCase(), value]));
      const field = (name: string) => fields.get(name) ?? '(absent)';
      const forwarded = field('x-forwarded-for').split(', ');
      // Host and X-Real-IP describe the connection to the edge; the web tier is the api's client itself.
      if (told) {
        verify('host', {
          expected: hostname,
          actual: field('host'),
          holds: [host, hostname].includes(field('host')),
          when,
        });
        const real = field('x-real-ip');
        verify('real-address', {
          expected: 'the address of the connection',
          actual: real,
          holds: isIP(real) !== 0 && real !== claimed && real === forwarded.at(-1),
          when,
        });
      }
      verify('forwarded-for', {
        expected: `${claimed}, and behind it the address of the connection`,
        actual: forwarded.join(', '),
        holds: forwarded.length === 2 && forwarded[0] === claimed && isIP(forwarded[1] ?? '') !== 0,
        when,
      });
      verify('forwarded-proto', { expected: protocol.replace(':', ''), actual: field('x-forwarded-proto'), when });
      verify('content-type', { expected: contentType, actual: field('content-type'), when });
    }
  }
});
