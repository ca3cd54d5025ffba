import pg from 'pg';

/** A store did not answer, or answered that it cannot serve now. Becomes 503, never 401 or 500. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  constructor(store: 'postgres' | 'redis', reason: string, options?: ErrorOptions) {
    super(`${store} is unavailable: ${reason}`, options);
  }
}

/** SQLSTATE classes and codes of a server that cannot serve now, or whose database or schema (42P01) is not there yet. */
const outageStates = ['08', '25006', '28', '3D', '42P01', '53', '57', '58', 'XX'];

/** Everything that is not the server's verdict on a statement is an outage: sockets, timeouts, pools. */
export function isPostgresOutage(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return true;
  const state = error.code ?? '';
  return outageStates.some((outage) => state.startsWith(outage));
}

/** Any error of a Redis command, as one that says so. */
export async function orRedisAway<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (cause) {
    throw new StoreUnavailable('redis', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

interface Multi {
  exec(): Promise<[error: Error | null, result: unknown][] | null>;
}

/** Runs a MULTI or a pipeline and rejects when any command of it failed. Resolves to the results. */
export async function allOf(multi: Multi): Promise<unknown[]> {
  const replies = await orRedisAway(multi.exec());
  if (replies === null) throw new StoreUnavailable('redis', 'the transaction was discarded');
  return replies.map(([error, result]) => {
    if (error !== null) throw new StoreUnavailable('redis', error.message, { cause: error });
    return result;
  });
}
