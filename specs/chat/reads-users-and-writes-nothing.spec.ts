import { MeAnswer } from '#contracts/wire/auth.ts';
import { type Database, openDatabase, requirement } from '#fixtures/test.ts';

const readable = ['users', 'revocations'];
const refused = '42501';

requirement('chat/reads-users-and-writes-nothing', { exclusive: true }, async ({ system, client, session, verify }) => {
  await using database = await openDatabase(system.granted('databaseUrl'));
  const sessionId = (await session.me()).json(MeAnswer).session.id;
  const before = await tablesNaming(database, sessionId);
  await using socket = client.socket(`?token=${session.accessToken}`);
  await socket.untilMessage('ready', 5000);
  socket.send({ type: 'message', id: 'one', text: '[[tokens=2 interval=0]] Hello' });
  await socket.untilMessage('done', 5000);

  const roles = await database.query<{ usename: string }>(
    `SELECT DISTINCT usename FROM pg_stat_activity WHERE application_name = 'chat' AND datname = current_database()`,
  );
  verify('connects-as-reader', { expected: ['chat_reader'], actual: roles.map(({ usename }) => usename) });
  const after = await tablesNaming(database, sessionId);
  verify('no-session-in-database', { expected: [], actual: after.filter((table) => !before.includes(table)) });

  const tables = await tablesOf(database);
  for (const { name } of tables) {
    const sql = `SELECT * FROM ${name} LIMIT 1`;
    const mayRead = readable.includes(name);
    verify(mayRead ? 'reads-users' : 'nothing-else-read', {
      expected: mayRead ? 'done' : refused,
      actual: await asChat(database, sql),
      when: `to ${sql}`,
    });
  }
  const writes = tables.flatMap(({ name, column }) => [
    `INSERT INTO ${name} DEFAULT VALUES`,
    `UPDATE ${name} SET ${column} = ${column}`,
    `DELETE FROM ${name}`,
    `TRUNCATE ${name} CASCADE`,
  ]);
  for (const sql of [...writes, 'CREATE TABLE chat_sessions (id int)']) {
    verify('writes-refused', { expected: refused, actual: await asChat(database, sql), when: `to ${sql}` });
  }
});

/** `done`, or the SQLSTATE of the refusal, of a statement as the chat's role; undone in any case. */
async function asChat(database: Database, sql: string): Promise<string> {
  await database.query('BEGIN');
  try {
    await database.query('SET LOCAL ROLE chat_reader');
    await database.query(sql);
    return 'done';
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string };
    // A write that got as far as the table's own rules was allowed.
    return code?.startsWith('23') ? 'done' : (code ?? message);
  } finally {
    await database.query('ROLLBACK');
  }
}

/** Every table, users first, with a column that may be set to itself. */
async function tablesOf(database: Database) {
  return database.query<{ name: string; column: string }>(
    `SELECT table_name AS name, min(column_name) AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND is_identity = 'NO' GROUP BY 1 ORDER BY table_name <> 'users', 1`,
  );
}

async function tablesNaming(database: Database, sessionId: string): Promise<readonly string[]> {
  const named: string[] = [];
  for (const { name } of await tablesOf(database)) {
    const [row] = await database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${name} AS t WHERE strpos(t::text, $1) > 0`,
      [sessionId],
    );
    if ((row?.n ?? 0) > 0) named.push(name);
  }
  return named;
}
