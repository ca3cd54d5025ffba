import pg from 'pg';
import { bounded } from '../../common/bounded.ts';
import type { Database } from '../../common/database.ts';
import { isPostgresOutage, StoreUnavailable } from './outage.ts';

export type Query = <Row>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/**
 * PostgreSQL with one bound on everything: waiting for a connection and all statements of a call
 * together. Rejects with StoreUnavailable when the database is away, slow or exhausted, and with
 * pg's DatabaseError when it answered with an error of the statement.
 */
export interface Store {
  readonly query: Query;
  /** Commits when `work` resolves. After the bound no further statement of `work` is sent. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
}

export function createStore(pool: Database, timeoutMs: number): Store {
  return {
    query: async <Row>(text: string, values: readonly unknown[] = []) => {
      const { rows } = await answered(timeoutMs, pool.query(text, [...values]));
      return rows as Row[];
    },
    transaction: (work) => answered(timeoutMs, transact(pool, work, performance.now() + timeoutMs)),
  };
}

async function transact<T>(pool: Database, work: (query: Query) => Promise<T>, deadline: number): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignore);
  const query: Query = async (text, values = []) => {
    if (performance.now() > deadline) throw new StoreUnavailable('postgres', 'the transaction ran out of time');
    return (await client.query(text, [...values])).rows;
  };
  let sane = false;
  try {
    await query('BEGIN');
    const result = await work(query);
    await query('COMMIT');
    sane = true;
    return result;
  } catch (error) {
    if (!isPostgresOutage(error)) {
      sane = await client.query('ROLLBACK').then(
        () => true,
        () => false,
      );
    }
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(!sane);
  }
}

async function answered<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  const late = () => new StoreUnavailable('postgres', `no answer within ${timeoutMs} ms`);
  try {
    return await bounded(timeoutMs, work, late);
  } catch (error) {
    if (error instanceof StoreUnavailable || !isPostgresOutage(error)) throw error;
    throw new StoreUnavailable('postgres', error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** A connection that breaks in use rejects its statement; the event itself must not end the process. */
function ignore(): void {}

/** SQLSTATE of an error of the statement, such as `23503`. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}
