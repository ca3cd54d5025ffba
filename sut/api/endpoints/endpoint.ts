import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuditEntry } from '../audit.ts';
import { ApiError } from '../http/api-error.ts';
import type { Bearer } from '../http/guard.ts';
import type { Parts } from '../parts.ts';

/** One call of an endpoint. `bearer` is there where its access asks for a session. */
export interface Call {
  readonly parts: Parts;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly bearer: Bearer | undefined;
}

export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Acts by its cookie alone, so a page of a foreign origin could make it act: that gets 403. */
  readonly foreignPages?: 'refused';
  /** The body is not even looked at: whatever it is, it is no reason to fail. */
  readonly body?: 'ignored';
  /** Resolves to the JSON answer; rejects with what `describeError` knows. */
  readonly handle: (call: Call) => Promise<unknown>;
}

export function bearerOf({ bearer }: Call): Bearer {
  if (bearer === undefined) throw new ApiError('token_missing');
  return bearer;
}

/** Writes to the audit log and counts it. */
export function noted({ parts, request }: Call, entry: Omit<AuditEntry, 'request'>): void {
  parts.audit.write({ ...entry, request });
  parts.metrics.auth(entry.event);
}
