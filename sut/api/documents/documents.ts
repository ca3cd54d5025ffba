import type { Document } from '#contracts/wire/documents.ts';
import type { Store } from '../store/store.ts';

/** A user's documents; one of another user does not exist. */
export interface Documents {
  create(userId: string, id: string, title: string): Promise<Document>;
  /** Newest first. */
  list(userId: string): Promise<readonly Document[]>;
  find(userId: string, id: string): Promise<Document | undefined>;
}

interface Row {
  id: string;
  title: string;
  created_at: Date;
}

const documentOf = (row: Row): Document => ({ id: row.id, title: row.title, createdAt: row.created_at.toISOString() });

export function createDocuments(store: Store): Documents {
  return {
    async create(userId, id, title) {
      const rows = await store.query<Row>(
        'INSERT INTO documents (id, user_id, title) VALUES ($1, $2, $3) RETURNING id, title, created_at',
        [id, userId, title],
      );
      const [created] = rows.map(documentOf);
      if (created === undefined) throw new Error('Failed to create a document: Postgres returned no row.');
      return created;
    },
    async list(userId) {
      const rows = await store.query<Row>(
        'SELECT id, title, created_at FROM documents WHERE user_id = $1 ORDER BY created_at DESC, id LIMIT 500',
        [userId],
      );
      return rows.map(documentOf);
    },
    async find(userId, id) {
      const rows = await store.query<Row>(
        'SELECT id, title, created_at FROM documents WHERE user_id = $1 AND id = $2',
        [userId, id],
      );
      return rows.map(documentOf)[0];
    },
  };
}
