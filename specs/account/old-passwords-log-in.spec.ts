import { randomUUID } from 'node:crypto';
import { paths } from '#contracts/wire/paths.ts';
import { freshCredentials, openDatabase, requirement } from '#fixtures/test.ts';

// What an older release has written: three characters, at a sixteenth of the default cost.
const password = 'abc';
const stored = 'scrypt$1024$aG9sZGZhc3Qtb2xkLXNhbA$xDDUbH_tTk_6_XDK1zjU3I8EKg09aAii3TmMCj7R7C4';

requirement('account/old-passwords-log-in', async ({ client, system, verify }) => {
  const { email } = freshCredentials();
  const signUp = await client.post(paths.register, { json: { email, password } });
  verify('policy-holds', { expected: 400, actual: signUp.status });

  await using database = await openDatabase(system.granted('databaseUrl'));
  await database.query('INSERT INTO users (id, email, password_hash) VALUES ($1, $2, $3)', [
    randomUUID(),
    email,
    stored,
  ]);
  const login = await client.post(paths.login, { json: { email, password } });
  verify('logs-in', { expected: 200, actual: login.status });
  const wrong = await client.post(paths.login, { json: { email, password: 'abd' } });
  verify('password-counts', { expected: 401, actual: wrong.status });
});
