import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** Where a request comes from, past the proxies that are believed. */
export interface Client {
  /** The client's address, an IPv4 one always in its own form. */
  address(request: FastifyRequest): string;
  /** Whether the client's own connection is TLS. */
  secure(request: FastifyRequest): boolean;
}

/** The server believes TRUSTED_HOPS entries of X-Forwarded-For from its right end; what is further left is the client's own claim. */
export function createClient(): Client {
  return {
    address: ({ ip, socket }) => {
      const address = isIP(ip) === 0 ? (socket.remoteAddress ?? 'unknown') : ip;
      return address.replace(/^::ffff:(?=\d+\.)/i, '');
    },
    secure: ({ protocol }) => protocol === 'https',
  };
}
