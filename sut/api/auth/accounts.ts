import type { User } from '#contracts/wire/auth.ts';
import type { Store } from '../store/store.ts';

export interface Account {
  readonly user: User;
  readonly passwordHash: string;
}

/** Users. Emails are compared without case; callers pass them as they came. */
export interface Accounts {
  /** Inserts, and so decides the race of two sign-ups; false when the email is taken. */
  create(account: Account): Promise<boolean>;
  byEmail(email: string): Promise<Account | undefined>;
  byId(id: string): Promise<User | undefined>;
}

export function createAccounts(store: Store): Accounts {
  return {
    async create({ user, passwordHash }) {
      const rows = await store.query(
        'INSERT INTO users (id, email, role, password_hash) VALUES ($1, $2, $3, $4) ON CONFLICT (email) DO NOTHING RETURNING id',
        [user.id, normalEmail(user.email), user.role, passwordHash],
      );
      return rows.length === 1;
    },
    async byEmail(email) {
      const [row] = await store.query<User & { password_hash: string }>(
        'SELECT id, email, role, password_hash FROM users WHERE email = $1',
        [normalEmail(email)],
      );
      if (row === undefined) return undefined;
      return { user: { id: row.id, email: row.email, role: row.role }, passwordHash: row.password_hash };
    },
    async byId(id) {
      const [row] = await store.query<User>('SELECT id, email, role FROM users WHERE id = $1', [id]);
      return row;
    },
  };
}

export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}
