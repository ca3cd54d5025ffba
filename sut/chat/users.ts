import { bounded } from '../common/bounded.ts';
import type { Database } from '../common/database.ts';

interface ChatUser {
  readonly email: string;
  readonly role: string;
  /** Postgres knows that the session was ended, whatever the blacklist says. */
  readonly sessionRevoked: boolean;
}

export interface Users {
  /** Rejects when Postgres does not answer in time: one bound on the connection and the statement together. */
  find(userId: string, sessionId: string): Promise<ChatUser | undefined>;
}

const query = {
  name: 'chat-user',
  text: `SELECT email, role,
           EXISTS (SELECT 1 FROM revocations WHERE session_id = $2 AND expires_at > now()) AS "sessionRevoked"
         FROM users WHERE id = $1`,
};

/** Reads users, and nothing else than reads, through the role chat_reader. */
export function createUsers(database: Database, timeoutMs: number): Users {
  const late = () => new Error(`Postgres gave no answer within ${timeoutMs} ms`);
  return {
    async find(userId, sessionId) {
      const asked = database.query<ChatUser>({ ...query, values: [userId, sessionId] });
      const { rows } = await bounded(timeoutMs, asked, late);
      return rows[0];
    },
  };
}
