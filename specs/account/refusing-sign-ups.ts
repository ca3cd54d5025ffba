import { createHash } from 'node:crypto';
import type { Database } from '#fixtures/test.ts';
import { freshCredentials } from '#fixtures/test.ts';

/** Sign-ups that the database refuses, until it is disposed; nobody else's. */
interface RefusingSignUps extends AsyncDisposable {
  /** The database answers a sign-up with these by the SQLSTATE `state`. */
  credentials(state: string): { readonly email: string; readonly password: string };
}

/** `mark` is the test's own. */
export async function refusingSignUps(database: Database, mark: string): Promise<RefusingSignUps> {
  const name = `refuse_${createHash('sha256').update(mark).digest('hex').slice(0, 16)}`;
  const { email: own, password } = freshCredentials();
  const domain = `${own.split('@')[0]}.test`;
  const drop = async () => {
    await database.query(`DROP TRIGGER IF EXISTS ${name} ON users`);
    await database.query(`DROP FUNCTION IF EXISTS ${name}`);
  };
  await drop();
  await database.query(`
    CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'new row of relation users is refused' USING ERRCODE = upper(split_part(NEW.email, '@', 1));
    END $$`);
  await database.query(`
    CREATE TRIGGER ${name} BEFORE INSERT ON users FOR EACH ROW
    WHEN (NEW.email LIKE '%@${domain}') EXECUTE FUNCTION ${name}()`);
  return {
    credentials: (state) => ({ email: `${state.toLowerCase()}@${domain}`, password }),
    [Symbol.asyncDispose]: drop,
  };
}
