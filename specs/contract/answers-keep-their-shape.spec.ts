import { Document } from '#contracts/wire/documents.ts';
import { paths } from '#contracts/wire/paths.ts';
import { freshCredentials, requirement } from '#fixtures/test.ts';

requirement('contract/answers-keep-their-shape', async ({ client, timeline, verify }) => {
  const credentials = freshCredentials();
  const json = credentials;
  const { accessToken: bearer, refreshToken } = await client.register(credentials);
  const cookie = `refresh_token=${refreshToken}`;
  const { id } = (await client.post(paths.documents, { bearer, json: { title: 'Shapes' } })).json(Document);
  const answers = [
    await client.post(paths.register, { json }),
    await client.post(paths.register, { json: { email: 'no email' } }),
    await client.post(paths.login, { json }),
    await client.post('/auth/login', { json }),
    await client.post(paths.login, { json: {} }),
    await client.post(paths.refresh, { cookie }),
    await client.post(paths.refresh),
    await client.get(paths.me, { bearer }),
    await client.get(paths.me),
    await client.get(paths.documents, { bearer }),
    await client.get(paths.document(id), { bearer }),
    await client.get(paths.document('of-nobody'), { bearer }),
    await client.post(paths.chatTickets, { bearer }),
    await client.get(paths.openapi),
    await client.get(paths.health),
    await client.get(paths.chatHealth),
    await client.post(paths.logout, { bearer }),
    await client.post(paths.webLogout, { bearer, cookie }),
    await client.post(paths.logout, { headers: { origin: 'https://elsewhere.example' } }),
  ];
  verify('answers-judged', {
    expected: 'every status below 500',
    actual: answers.map(({ status }) => status).join(', '),
    holds: answers.every(({ status }) => status < 500),
  });
  const breaches = timeline.entries.filter(({ kind }) => kind === 'contract').map(({ text }) => text);
  verify('no-breach', { expected: [], actual: breaches });
});
