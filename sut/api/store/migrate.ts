import type { Query, Store } from './store.ts';

/** Any constant: replicas of one database take turns by it. */
const turn = 7_163_482_015;

/** Brings the schema up to date in one transaction; safe to run again, and in several replicas at once. */
export async function migrate(store: Store, migrations: readonly string[], chatReaderPassword: string): Promise<void> {
  await store.transaction(async (query) => {
    await query('SELECT pg_advisory_xact_lock($1)', [turn]);
    await ensureChatReader(query, chatReaderPassword);
    await query(
      'CREATE TABLE IF NOT EXISTS migrations (step int PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const [applied] = await query<{ step: number }>('SELECT COALESCE(max(step), 0) AS step FROM migrations');
    for (const [index, sql] of migrations.entries()) {
      if (index < (applied?.step ?? 0)) continue;
      await query(sql);
      await query('INSERT INTO migrations (step) VALUES ($1)', [index + 1]);
    }
  });
}

/** A role belongs to the whole cluster, so another database's api may be creating it right now. */
async function ensureChatReader(query: Query, password: string): Promise<void> {
  await query(`SELECT set_config('holdfast.chat_reader_password', $1, true)`, [password]);
  await query(`
    DO $$
    BEGIN
      BEGIN
        CREATE ROLE chat_reader LOGIN;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
      EXECUTE format('ALTER ROLE chat_reader LOGIN PASSWORD %L', current_setting('holdfast.chat_reader_password'));
      EXECUTE format('GRANT CONNECT ON DATABASE %I TO chat_reader', current_database());
    END $$`);
}
