import type { IncomingHttpHeaders } from 'node:http';

export interface Credential {
  readonly kind: 'token' | 'ticket';
  /** Empty when an Authorization header is there and is no bearer token. */
  readonly value: string;
}

export type CredentialOf = (headers: IncomingHttpHeaders, query: URLSearchParams) => Credential | undefined;

/**
 * The one place that says where a credential may stand: the Authorization header, else `?ticket=`,
 * else `?token=`. The header wins even when it is wrong. A subprotocol is never a credential.
 */
export const credentialOf: CredentialOf = (headers, query) => {
  if (headers.authorization !== undefined) return { kind: 'token', value: bearer(headers.authorization) };
  const ticket = query.get('ticket');
  if (ticket) return { kind: 'ticket', value: ticket };
  const token = query.get('token');
  return token ? { kind: 'token', value: token } : undefined;
};

function bearer(header: string): string {
  return /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? '';
}
