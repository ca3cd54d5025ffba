import { paths } from '#contracts/wire/paths.ts';
import { freshCredentials, openDatabase, readRounds, requirement } from '#fixtures/test.ts';
import { counted } from './counted.ts';

/** Each is ten sign-ups at once. */
const rounds = readRounds(3);
const atOnce = 10;

const options = { timeout: 30_000 + rounds * 2000 };

requirement('account/one-account-an-email', options, async ({ client, system, verify }, { annotations }) => {
  await using database = await openDatabase(system.granted('databaseUrl'));
  const spreads: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const { email } = freshCredentials();
    const bodies = Array.from({ length: atOnce }, () => ({ ...freshCredentials(), email }));
    const began = performance.now();
    const sent = bodies.map((json) => client.post(paths.register, { json }));
    const spread = performance.now() - began;
    spreads.push(spread);
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
  const [middle = 0, longest = 0] = [spreads.toSorted((a, b) => a - b)[Math.floor(rounds / 2)], Math.max(...spreads)];
  const together = spreads.filter((spread) => spread <= 5).length;
  annotations.push({
    type: 'rounds',
    description: `${together} of ${rounds} rounds begun within 5 ms; ${middle.toFixed(1)} ms at the median, ${longest.toFixed(1)} ms at most`,
  });
});
