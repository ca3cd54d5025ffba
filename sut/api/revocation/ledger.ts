import type { Store } from '../store/store.ts';

/** What a logout knows of the session it ends: its access token, its refresh token, or both. */
export interface Ending {
  readonly sessionId?: string;
  readonly tokenHash?: string;
  /** Seconds since 1970. */
  readonly tokenExpiresAt?: number;
  readonly refreshHash?: string;
}

/** A recorded revocation; lives in ms from now, not positive when nothing is left to refuse. */
export interface Recorded {
  readonly id: string;
  readonly sessionId: string;
  readonly tokenHash: string | null;
  readonly life: number;
  readonly tokenLife: number;
  readonly propagated: boolean;
  readonly userId: string | null;
}

/** Sessions and revocations in Postgres: the truth that Redis is filled from. */
export interface Ledger {
  /** Ends the sessions and records their revocations in one statement. Nothing to end: an empty list. */
  record(ending: Ending): Promise<readonly Recorded[]>;
  markPropagated(ids: readonly string[]): Promise<void>;
  /** Recorded, but not yet known to be in Redis; oldest first, at most 500. */
  pending(): Promise<readonly Recorded[]>;
  /** All that a request must still be refused for. */
  unexpired(): Promise<readonly Recorded[]>;
  /** Deletes what can no longer refuse or grant anything. */
  prune(): Promise<void>;
}

const columns = `
  r.id::text AS id, r.session_id AS "sessionId", r.token_hash AS "tokenHash", r.propagated_at IS NOT NULL AS propagated,
  (extract(epoch from r.expires_at - clock_timestamp()) * 1000)::float8 AS life,
  COALESCE(extract(epoch from r.token_expires_at - clock_timestamp()) * 1000, 0)::float8 AS "tokenLife"`;

/** `accessLife` in seconds: how long a token issued just now would be accepted. */
export function createLedger(store: Store, accessLife: number): Ledger {
  return {
    record: ({ sessionId, tokenHash, tokenExpiresAt, refreshHash }) =>
      store.query<Recorded>(
        `WITH named AS (
           SELECT $1::uuid AS session_id, $2::text AS token_hash, to_timestamp($3::float8) AS token_expires_at
           WHERE $1::uuid IS NOT NULL
           UNION ALL
           SELECT session_id, NULL, NULL FROM refresh_tokens
           WHERE token_hash = $4 AND session_id IS DISTINCT FROM $1::uuid
         ), ended AS (
           UPDATE sessions SET ended_at = COALESCE(ended_at, clock_timestamp())
           WHERE id IN (SELECT session_id FROM named) RETURNING id, user_id
         ), r AS (
           INSERT INTO revocations (session_id, token_hash, token_expires_at, expires_at)
           SELECT named.session_id, named.token_hash, named.token_expires_at,
                  GREATEST(clock_timestamp() + make_interval(secs => $5), named.token_expires_at)
           FROM named LEFT JOIN ended ON ended.id = named.session_id
           ON CONFLICT (session_id, token_hash) DO UPDATE SET session_id = excluded.session_id
           RETURNING *
         )
         SELECT ${columns}, ended.user_id AS "userId" FROM r LEFT JOIN ended ON ended.id = r.session_id`,
        [sessionId, tokenHash, tokenExpiresAt, refreshHash, accessLife],
      ),
    async markPropagated(ids) {
      await store.query('UPDATE revocations SET propagated_at = clock_timestamp() WHERE id = ANY($1::bigint[])', [ids]);
    },
    pending: () =>
      store.query(
        `SELECT ${columns}, NULL AS "userId" FROM revocations r WHERE propagated_at IS NULL ORDER BY r.id LIMIT 500`,
      ),
    unexpired: () =>
      store.query(`SELECT ${columns}, NULL AS "userId" FROM revocations r WHERE expires_at > clock_timestamp()`),
    async prune() {
      await store.query('DELETE FROM revocations WHERE expires_at < clock_timestamp() AND propagated_at IS NOT NULL');
      await store.query('DELETE FROM refresh_tokens WHERE expires_at < clock_timestamp()');
    },
  };
}
