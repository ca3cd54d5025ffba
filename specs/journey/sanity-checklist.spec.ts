import { Document } from '#contracts/wire/documents.ts';
import { HealthAnswer } from '#contracts/wire/health.ts';
import { paths } from '#contracts/wire/paths.ts';
import { freshCredentials, openDatabase, requirement, submitLogin } from '#fixtures/test.ts';
import { developmentOrigin, withDevelopmentPage } from './development-page.ts';
import { ask, outcomeOf, storedState } from './outcomes.ts';
import { keepEvents, keepNotices, watchPage } from './watch-page.ts';

const title = 'Checklist';
const question = '[[tokens=3 interval=5]] What is left to check?';
const headings = ['Documents', title];

requirement('journey/sanity-checklist', async ({ system, client, page, verify }) => {
  const credentials = freshCredentials();
  const { checks } = (await client.get(paths.health)).json(HealthAnswer);
  const stores = `postgres ${checks['postgres']}, redis ${checks['redis']}`;
  verify('docker', { expected: 'postgres ok, redis ok', actual: stores });

  const log = (await system.service('api').logs()).split('\n').filter((line) => /listening|JWT_SECRET/.test(line));
  const said = new Set(log.map((line) => (line.includes('JWT_SECRET') ? line : 'listening')));
  verify('backend', { expected: ['listening'], actual: [...said] });

  await using database = await openDatabase(system.granted('databaseUrl'));
  const [steps] = await database.query<object>('SELECT min(step), max(step) = count(*) AS whole FROM migrations');
  const migrated = { migrations: checks['migrations'], ...steps };
  verify('migrations', { expected: { migrations: 'ok', min: 1, whole: true }, actual: migrated });

  const notices = await keepNotices(page);
  const received = await keepEvents(page);
  const { answers } = watchPage(page);
  const register = async () => {
    await page.goto('/register');
    await page.getByLabel('Email').fill(credentials.email);
    await page.getByLabel('Password').fill(credentials.password);
    const answer = page.waitForResponse(`**${paths.register}`);
    await page.getByRole('button', { name: 'Create account' }).click();
    return `${(await answer).status()}, ${await outcomeOf(page, headings)}`;
  };
  verify('register', { expected: '201, Documents at /app', actual: await register() });
  const users = await database.query('SELECT FROM users WHERE email = $1', [credentials.email]);
  const { headers } = await client.get(paths.me, { headers: { origin: developmentOrigin } });
  const allowed = headers['access-control-allow-origin'] ?? 'no origin';
  const env = `${allowed}, ${users.length} user in the database`;
  verify('env', { expected: 'http://localhost:5173, 1 user in the database', actual: env });

  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
  verify('register', { expected: '409, Email already registered at /register', actual: await register() });

  await page.goto('/login');
  const answer = page.waitForResponse(`**${paths.login}`);
  await submitLogin(page, credentials);
  const loggedIn = `${(await answer).status()}, ${await outcomeOf(page, headings)}`;
  verify('login', { expected: '200, Documents at /app', actual: loggedIn });
  const { isAuthenticated, user, accessToken } = await storedState(page);
  const stored = [isAuthenticated, user?.email, typeof accessToken];
  verify('login', { expected: [true, credentials.email, 'string'], actual: stored, when: 'in insight-garden-auth' });

  const bearer = String(accessToken);
  const { id } = (await client.post(paths.documents, { bearer, json: { title } })).json(Document);
  for (const [path, heading] of [
    ['/app', 'Documents'],
    [`/chat/${id}`, title],
  ] as const) {
    if (!page.url().endsWith(path)) await page.goto(path);
    const before = answers.length;
    await page.reload();
    const content = await outcomeOf(page, headings);
    const refused = answers.slice(before).filter((line) => line.endsWith(' 401'));
    const seen = (await notices.seen()).filter((notice) => notice !== 'Loading…');
    verify('refresh', { expected: [`${heading} at ${path}`], actual: [...refused, ...seen, content] });
  }

  const streamed = [await ask(page, id, question), ...(await received.seen())].join(', ');
  verify('chat-sse', { expected: `Bearer ${bearer}, 200 text/event-stream, delta, done`, actual: streamed });

  const fromDevelopment = await withDevelopmentPage(system.url, async (other) => {
    const watched = watchPage(other);
    const events = await keepEvents(other);
    await other.goto(`${developmentOrigin}/login`);
    await submitLogin(other, credentials);
    const content = await outcomeOf(other, headings);
    if (!content.startsWith('Documents')) return [...watched.troubles(), content];
    await other.getByRole('link', { name: title }).click();
    await ask(other, id, question);
    return [...watched.troubles(), ...(await events.seen())];
  });
  verify('cors', { expected: ['delta', 'done'], actual: fromDevelopment });

  await using stream = await client.stream(id, question, { query: `?token=${bearer}` });
  if (stream.status === 200) await stream.untilEnd(5000);
  const events = new Set(stream.events.map(({ event }) => event));
  verify('query-token', { expected: '200, delta, done', actual: [stream.status, ...events].join(', ') });
});
