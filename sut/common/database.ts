import pg from 'pg';
import type { Logger } from './log.ts';

export type Database = pg.Pool;

interface DatabaseSettings {
  readonly DATABASE_URL: string;
  readonly DATABASE_POOL_SIZE: number;
  readonly DATABASE_TIMEOUT_MS: number;
}

/** A pool that never waits longer than DATABASE_TIMEOUT_MS, for a connection or for a statement. */
export function connectDatabase(settings: DatabaseSettings, log: Logger, name: string): Database {
  const pool = new pg.Pool({
    connectionString: settings.DATABASE_URL,
    application_name: name,
    max: settings.DATABASE_POOL_SIZE,
    connectionTimeoutMillis: settings.DATABASE_TIMEOUT_MS,
    query_timeout: settings.DATABASE_TIMEOUT_MS,
    statement_timeout: settings.DATABASE_TIMEOUT_MS,
    keepAlive: true,
  });
  pool.on('error', (err) => log.warn({ err }, 'an idle database connection broke'));
  return pool;
}
