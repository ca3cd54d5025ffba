import type { FastifyRequest } from 'fastify';
import { redact } from '#contracts/wire/redact.ts';
import type { Logger } from '../common/log.ts';
import type { Client } from './http/client.ts';
import type { Store } from './store/store.ts';

export type AuditEvent =
  | 'user.registered'
  | 'user.login'
  | 'user.login_failed'
  | 'user.login_limited'
  | 'user.logout'
  | 'token.refreshed'
  | 'token.reuse';

export interface AuditEntry {
  readonly event: AuditEvent;
  readonly userId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly request: FastifyRequest;
}

/** A row in audit_log and a log line for each thing that happened to an account. */
export interface Audit {
  /** Does not wait for the row: an audit log that is away must not hold up a login or a logout. */
  write(entry: AuditEntry): void;
  /** Resolves when what was written so far is stored, or failed to be. */
  settled(): Promise<void>;
}

export function createAudit(store: Store, client: Client, log: Logger): Audit {
  const writing = new Set<Promise<void>>();
  const insert = async (values: readonly unknown[]) => {
    try {
      await store.query(
        `INSERT INTO audit_log (event, user_id, session_id, client_address, user_agent, request_id)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        values,
      );
    } catch (err) {
      log.warn({ err, event: values[0] }, 'an audit entry could not be stored');
    }
  };
  return {
    write({ event, userId, sessionId, request }) {
      const clientAddress = client.address(request);
      const userAgent = redact(request.headers['user-agent'] ?? '').slice(0, 300);
      request.log.info({ audit: event, userId, sessionId, clientAddress, userAgent }, event);
      const row = insert([event, userId, sessionId, clientAddress, userAgent, redact(request.id)]);
      writing.add(row);
      void row.finally(() => writing.delete(row));
    },
    settled: async () => {
      await Promise.all(writing);
    },
  };
}
