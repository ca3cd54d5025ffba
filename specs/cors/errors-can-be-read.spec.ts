import { paths } from '#contracts/wire/paths.ts';
import { requirement } from '#fixtures/test.ts';
import { allowedBy, developmentPage } from './allowed.ts';

const headers = { origin: developmentPage };
const tooLarge = JSON.stringify({ title: 'x'.repeat(2_500_000) });

requirement('cors/errors-can-be-read', async ({ client, session, user, faults, verify }) => {
  const bearer = session.accessToken;
  const { id } = await session.createDocument();
  const type = { 'content-type': 'application/json' };
  const stream = async () => {
    await using opened = await client.stream(id, 'hello', { bearer, headers });
    return { status: opened.status, headers: opened.headers };
  };
  const away = async (link: string, path: string) => {
    await using _ = await faults.on(link, { type: 'reset' });
    return await client.get(path, { bearer, headers });
  };
  const answers = {
    '200 for me': () => client.get(paths.me, { bearer, headers }),
    '200 for a stream': stream,
    '400 for a registration of nobody': () => client.post(paths.register, { json: {}, headers }),
    '401 for no token': () => client.get(paths.me, { headers }),
    '401 for a bad token to a stream': () => client.post(paths.documentStream(id), { bearer: 'x', json: {}, headers }),
    '401 for a wrong password': () => client.post(paths.login, { json: { ...user, password: 'hfp_wrong' }, headers }),
    '401 for no token to the chat': () => client.post(paths.chatTickets, { headers }),
    '404 for another document': () => client.get(paths.document('1'), { bearer, headers }),
    '404 for no route': () => client.get('/api/nothing', { headers }),
    '409 for a registration again': () => client.post(paths.register, { json: user, headers }),
    '415 for text': () =>
      client.post(paths.documents, { bearer, headers: { ...headers, 'content-type': 'text/plain' }, body: 'x' }),
    '413 for 2.5 MB from the edge itself': () =>
      client.post(paths.documents, { bearer, headers: { ...headers, ...type }, body: tooLarge }),
    '502 without an api from the edge itself': () => away('edge->api', paths.me),
    '502 without a chat from the edge itself': () => away('edge->chat', paths.chatHealth),
  };
  for (const [what, provoke] of Object.entries(answers)) {
    const answer = await provoke();
    verify('provoked', { expected: Number(what.slice(0, 3)), actual: answer.status, when: `as ${what}` });
    const expected = `${developmentPage}, credentials, Vary: Origin`;
    verify('readable', { expected, actual: allowedBy(answer.headers), when: `with ${what}` });
  }
});
