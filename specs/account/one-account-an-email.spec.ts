import { paths } from '#contracts/wire/paths.ts';
import { freshCredentials, openDatabase, requirement } from '#fixtures/test.ts';
import { counted } from './counted.ts';

/** Each is ten sign-ups at once; ten hashes keep two cores busy for 0.3 s. */
const rounds = 3;
const atOnce = 10;

requirement('account/one-account-an-email', async ({ client, system, verify }) => {
  await using database = await openDatabase(system.granted('databaseUrl'));
  for (let round = 1; round <= rounds; round += 1) {
    const { email } = freshCredentials();
    const bodies = Array.from({ length: atOnce }, () => ({ ...freshCredentials(), email }));
    const began = performance.now();
    const sent = bodies.map((json) => client.post(paths.register, { json }));
    const spread = performance.now() - began;
    const answers = await Promise.all(sent);
    const when = `in round ${round}, begun within ${spread.toFixed(1)} ms`;
    const failed = answers.filter(({ status }) => status >= 500).map(({ status }) => status);
    verify('no-5xx', { expected: 'none', actual: counted(failed) || 'none', when });
    const statuses = counted(answers.map(({ status }) => status));
    verify('one-201', { expected: '1 x 201, 9 x 409', actual: statuses, when });
    for (const { status, body } of answers) {
      if (status !== 409) continue;
      verify('says-why', { expected: 'Email already registered', actual: JSON.parse(body).message, when });
    }
    const rows = await database.query('SELECT id FROM users WHERE lower(email) = $1', [email]);
    verify('one-row', { expected: 1, actual: rows.length, when });
  }
});
