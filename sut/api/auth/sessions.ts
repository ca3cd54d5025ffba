import type { User } from '#contracts/wire/auth.ts';
import { sha256 } from '../../common/tokens.ts';
import type { Query, Store } from '../store/store.ts';
import { judge, newRefreshToken, storedSuccessor, successorOf } from './refresh-token.ts';

/** A refresh token in plain text, on its way to the client; lives in seconds. */
export interface Grant {
  readonly user: User;
  readonly sessionId: string;
  readonly refreshToken: string;
  readonly refreshLife: number;
  /** Seconds until the session ends whatever is refreshed. */
  readonly sessionLife: number;
}

export type Rotation =
  | { readonly outcome: 'granted'; readonly grant: Grant }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'reused'; readonly sessionId: string; readonly userId: string };

/** Sessions and their refresh tokens in Postgres, stored hashed. */
export interface Sessions {
  /** A new session with its first refresh token. */
  open(user: User, sessionId: string): Promise<Grant>;
  /** The session a refresh token belongs to, whatever has become of both. */
  of(refreshToken: string): Promise<string | undefined>;
  /** Rotates a refresh token; all rotations of a session, and its end, happen one after another. */
  rotate(refreshToken: string): Promise<Rotation>;
  /** Those of `ids` that have ended. */
  endedOf(ids: readonly string[]): Promise<readonly string[]>;
}

interface SessionSettings {
  readonly JWT_SECRET: string;
  readonly JWT_SECRET_PREVIOUS: string | undefined;
  readonly REFRESH_EXPIRES_IN: number;
  readonly REFRESH_GRACE_MS: number;
  readonly SESSION_MAX_AGE: number;
}

interface TokenRow extends User {
  session_id: string;
  token_ends: number;
  rotated: number | null;
  successor_hash: string | null;
  session_ends: number;
  ended: boolean;
  now: number;
}

const millis = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
const presented = `
  SELECT u.id, u.email, u.role, s.id AS session_id, ${millis('t.expires_at')} AS token_ends, t.successor_hash,
         ${millis('t.rotated_at')} AS rotated, ${millis('s.expires_at')} AS session_ends,
         s.ended_at IS NOT NULL AS ended, ${millis('clock_timestamp()')} AS now
  FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id JOIN users u ON u.id = s.user_id
  WHERE t.token_hash = $1`;

export function createSessions(store: Store, settings: SessionSettings): Sessions {
  const secrets = [settings.JWT_SECRET, settings.JWT_SECRET_PREVIOUS].filter((secret) => secret !== undefined);
  const grantOf = (row: TokenRow, refreshToken: string, tokenEnds: number): Rotation => ({
    outcome: 'granted',
    grant: {
      user: { id: row.id, email: row.email, role: row.role },
      sessionId: row.session_id,
      refreshToken,
      refreshLife: (Math.min(tokenEnds, row.session_ends) - row.now) / 1000,
      sessionLife: (row.session_ends - row.now) / 1000,
    },
  });
  return {
    async open(user, sessionId) {
      const refreshToken = newRefreshToken();
      const refreshLife = Math.min(settings.REFRESH_EXPIRES_IN, settings.SESSION_MAX_AGE);
      await store.query(
        `WITH session AS (
           INSERT INTO sessions (id, user_id, expires_at) VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3)) RETURNING id
         )
         INSERT INTO refresh_tokens (token_hash, session_id, expires_at)
         SELECT $4, id, clock_timestamp() + make_interval(secs => $5) FROM session`,
        [sessionId, user.id, settings.SESSION_MAX_AGE, sha256(refreshToken), refreshLife],
      );
      return { user, sessionId, refreshToken, refreshLife, sessionLife: settings.SESSION_MAX_AGE };
    },
    async of(refreshToken) {
      const [row] = await store.query<{ session_id: string }>(
        'SELECT session_id FROM refresh_tokens WHERE token_hash = $1',
        [sha256(refreshToken)],
      );
      return row?.session_id;
    },
    rotate: (refreshToken) =>
      store.transaction(async (query): Promise<Rotation> => {
        const row = await locked(query, refreshToken);
        if (row === undefined) return { outcome: 'refused' };
        switch (judge(tokenOf(row), row.now, settings.REFRESH_GRACE_MS)) {
          case 'refuse':
            return { outcome: 'refused' };
          case 'reuse':
            return { outcome: 'reused', sessionId: row.session_id, userId: row.id };
          case 'rotate': {
            const successor = successorOf(refreshToken, settings.JWT_SECRET);
            await replace(query, refreshToken, successor, row.session_id, settings.REFRESH_EXPIRES_IN);
            return grantOf(row, successor, row.now + settings.REFRESH_EXPIRES_IN * 1000);
          }
          case 'successor': {
            const newest = await newestAfter(query, refreshToken, row, secrets);
            return newest === undefined ? { outcome: 'refused' } : grantOf(row, newest.token, newest.row.token_ends);
          }
        }
      }),
    async endedOf(ids) {
      const rows = await store.query<{ id: string }>(
        'SELECT id FROM sessions WHERE id = ANY($1) AND ended_at IS NOT NULL',
        [ids],
      );
      return rows.map(({ id }) => id);
    },
  };
}

function tokenOf(row: TokenRow) {
  return {
    expiresAt: row.token_ends,
    rotatedAt: row.rotated ?? undefined,
    sessionExpiresAt: row.session_ends,
    sessionEnded: row.ended,
  };
}

/** Locks the session before it reads the token, so that what is read is what the winner left. */
async function locked(query: Query, refreshToken: string): Promise<TokenRow | undefined> {
  const hash = sha256(refreshToken);
  await query(
    'SELECT 1 FROM sessions WHERE id = (SELECT session_id FROM refresh_tokens WHERE token_hash = $1) FOR UPDATE',
    [hash],
  );
  return (await query<TokenRow>(presented, [hash]))[0];
}

async function replace(query: Query, old: string, successor: string, sessionId: string, life: number): Promise<void> {
  await query(
    `WITH old AS (
       UPDATE refresh_tokens SET rotated_at = clock_timestamp(), successor_hash = $2 WHERE token_hash = $1
     )
     INSERT INTO refresh_tokens (token_hash, session_id, expires_at)
     VALUES ($2, $3, clock_timestamp() + make_interval(secs => $4))`,
    [sha256(old), sha256(successor), sessionId, life],
  );
}

/** Follows the chain to its live end: a tab that lost twice must not bring back a token that was rotated since. */
async function newestAfter(query: Query, token: string, row: TokenRow, secrets: readonly string[]) {
  let current = { token, row };
  while (current.row.successor_hash !== null) {
    const successor = storedSuccessor(current.token, current.row.successor_hash, secrets);
    const next = successor === undefined ? undefined : (await query<TokenRow>(presented, [sha256(successor)]))[0];
    if (successor === undefined || next === undefined) return undefined;
    current = { token: successor, row: next };
  }
  return current;
}
