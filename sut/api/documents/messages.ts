import { randomUUID } from 'node:crypto';
import type { StoredMessage } from '#contracts/wire/documents.ts';
import type { Store } from '../store/store.ts';

/** Questions and answers of documents; a stream has one question and at most one stored answer. */
export interface Messages {
  ask(documentId: string, streamId: string, content: string): Promise<void>;
  /** Stores an answer once; a repeated call answers with the id of the first. */
  answer(documentId: string, streamId: string, content: string): Promise<string>;
  /** Whether `streamId` is a stream of this document. */
  belongs(documentId: string, streamId: string): Promise<boolean>;
  /** Oldest first. */
  list(documentId: string): Promise<readonly StoredMessage[]>;
}

interface Row {
  id: string;
  role: StoredMessage['role'];
  content: string;
  created_at: Date;
}

const insert = 'INSERT INTO messages (id, document_id, stream_id, role, content) VALUES ($1, $2, $3, $4, $5)';

export function createMessages(store: Store): Messages {
  return {
    async ask(documentId, streamId, content) {
      await store.query(insert, [randomUUID(), documentId, streamId, 'user', content]);
    },
    async answer(documentId, streamId, content) {
      // Postgres has no NUL in text; a model may still say one.
      const text = content.replaceAll('\0', '');
      const [row] = await store.query<{ id: string }>(
        `${insert} ON CONFLICT (stream_id, role) DO UPDATE SET stream_id = excluded.stream_id RETURNING id`,
        [randomUUID(), documentId, streamId, 'assistant', text],
      );
      if (row === undefined) throw new Error('Failed to store an answer: Postgres returned no row.');
      return row.id;
    },
    async belongs(documentId, streamId) {
      const rows = await store.query('SELECT 1 FROM messages WHERE stream_id = $1 AND document_id = $2', [
        streamId,
        documentId,
      ]);
      return rows.length > 0;
    },
    async list(documentId) {
      const rows = await store.query<Row>(
        'SELECT id, role, content, created_at FROM messages WHERE document_id = $1 ORDER BY position',
        [documentId],
      );
      return rows.map(({ id, role, content, created_at }) => ({
        id,
        role,
        content,
        createdAt: created_at.toISOString(),
      }));
    },
  };
}
