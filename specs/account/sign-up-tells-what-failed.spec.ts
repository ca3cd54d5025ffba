import { paths } from '#contracts/wire/paths.ts';
import { freshCredentials, openDatabase, requirement } from '#fixtures/test.ts';
import { refusingSignUps } from './refusing-sign-ups.ts';

/** Cannot connect now, too many connections, shut down by its administrator, disk full, connection lost. */
const away = ['57P03', '53300', '57P01', '53100', '08006'];
/** Check, foreign key and privilege violated, unknown column, serialization, deadlock, too complex, raised, internal to a function. */
const others = ['23514', '23503', '42501', '42703', '40001', '40P01', '54001', 'P0001', '38000'];

requirement('account/sign-up-tells-what-failed', async ({ client, system, mark, verify }) => {
  const credentials = freshCredentials();
  const signUp = async (json: object) => {
    const answer = await client.post(paths.register, { json });
    return { ...answer, said: JSON.parse(answer.body) as Record<string, unknown> };
  };
  const created = await signUp(credentials);
  verify('created', { expected: 201, actual: created.status });
  const taken = await signUp(credentials);
  verify('duplicate', {
    expected: [409, 'Email already registered'],
    actual: [taken.status, taken.said['message']],
  });

  await using database = await openDatabase(system.granted('databaseUrl'));
  await using refusing = await refusingSignUps(database, mark);
  const refused = (states: readonly string[]) =>
    Promise.all(states.map(async (state) => ({ state, ...(await signUp(refusing.credentials(state))) })));
  for (const { state, status, said, headers } of await refused(away)) {
    verify('unavailable', {
      expected: [503, 'A store is unavailable, try again shortly', 'Retry-After in seconds'],
      actual: [status, said['message'], headers['retry-after']],
      holds:
        status === 503 &&
        said['message'] === 'A store is unavailable, try again shortly' &&
        Number(headers['retry-after']) >= 1,
      when: `for SQLSTATE ${state}`,
    });
  }
  for (const { state, status, body, headers, requestId } of await refused(others)) {
    const expected = [
      500,
      'application/json',
      `{"error":"internal","message":"Internal error","requestId":"${requestId}"}`,
    ];
    const actual = [status, headers['content-type']?.split(';')[0], body];
    verify('safe-500', { expected, actual, when: `for SQLSTATE ${state}` });
  }
});
