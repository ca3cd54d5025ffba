import { paths } from '#contracts/wire/paths.ts';
import { type Client, freshCredentials, openDatabase, requirement } from '#fixtures/test.ts';
import { refusingSignUps } from '../account/refusing-sign-ups.ts';
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
  await judge(answers, verify);
});

const settings = { LOGIN_FAILURES_PER_ACCOUNT: '1', PASSWORD_COST: '16', EDGE_IDLE_TIMEOUT: '1' };
const options = { on: 'limits and failing stores', exclusive: true, settings } as const;

requirement('cors/errors-can-be-read', options, async ({ system, client, user, faults, mark, verify }) => {
  await using database = await openDatabase(system.granted('databaseUrl'));
  await using refusing = await refusingSignUps(database, mark);
  const signUp = (state: string) => client.post(paths.register, { json: refusing.credentials(state), headers });
  const fail = () => client.post(paths.login, { json: { ...user, ...wrong }, headers });
  const wrong = { password: freshCredentials().password };
  const answers = {
    '401 for no token': () => client.get(paths.me, { headers }),
    '401 for a wrong password': fail,
    '429 for another one': fail,
    '500 for a database that refuses': () => signUp('23514'),
    '503 for a database that cannot serve now': () => signUp('57P03'),
    '504 for an api that is too slow from the edge itself': async () => {
      await using _ = await faults.on('edge->api', { type: 'latency', latency: 3000, stream: 'downstream' });
      return await client.get(paths.health, { headers });
    },
  };
  await judge(answers, verify);
});

type Answer = Pick<Awaited<ReturnType<Client['get']>>, 'status' | 'headers'>;

async function judge(
  answers: Readonly<Record<string, () => Promise<Answer>>>,
  verify: (
    assertion: 'provoked' | 'readable',
    observation: { expected: unknown; actual: unknown; when: string },
  ) => void,
): Promise<void> {
  for (const [what, provoke] of Object.entries(answers)) {
    const answer = await provoke();
    verify('provoked', { expected: Number(what.slice(0, 3)), actual: answer.status, when: `as ${what}` });
    const expected = `${developmentPage}, credentials, Vary: Origin`;
    verify('readable', { expected, actual: allowedBy(answer.headers), when: `with ${what}` });
  }
}
