import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';
import { postOverHttp2 } from './read-over-http2.ts';

// RFC 9113 8.2.2: what no message over HTTP/2 may say.
const connectionSpecific = ['connection', 'proxy-connection', 'keep-alive', 'transfer-encoding', 'upgrade'];

requirement('proxy/http2-stream-is-well-formed', async ({ system, session, verify }) => {
  const { id } = await session.createDocument();
  const asked = {
    'a stream': [paths.documentStream(id), { message: 'hello' }],
    'an answer': [paths.documents, { title: 'Over HTTP/2' }],
  } as const;
  for (const [when, [path, json]] of Object.entries(asked)) {
    const headers = { authorization: `Bearer ${session.accessToken}`, 'content-type': 'application/json' };
    const { fields, body, broken } = await postOverHttp2(system.tlsUrl, path, headers, JSON.stringify(json));
    verify('strict-client-reads-it', {
      expected: 'to its end',
      actual: broken ?? 'to its end',
      when: `(${when})`,
    });
    const said = Object.keys(fields).filter((name) => connectionSpecific.includes(name));
    verify('no-connection-field', { expected: [], actual: said, when: `(${when})` });
    if (when === 'a stream')
      verify('stream-completes', {
        expected: 'a done event',
        actual: body.slice(-80),
        holds: /event: ?done/.test(body),
      });
  }
});
