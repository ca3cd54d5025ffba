import type { FastifyRequest } from 'fastify';
import type { AccessClaims } from '#contracts/wire/auth.ts';
import { sha256 } from '../../common/tokens.ts';
import type { Access } from '../access.ts';
import type { Parts } from '../parts.ts';
import { admit } from '../revocation/gate.ts';
import { ApiError } from './api-error.ts';

/** Who a request comes from, proved. */
export type Bearer = AccessClaims;

/** Resolves to the bearer of a live session, or rejects with the reason why there is none. */
export async function authenticate(parts: Parts, request: FastifyRequest, access: Access): Promise<Bearer> {
  const query = access === 'session-or-query' ? request.query : undefined;
  const token = parts.credentials.of(request.headers, query);
  if (token === undefined) throw new ApiError('token_missing');
  const verified = await parts.tokens.verify(token);
  if ('refusal' in verified) throw new ApiError(verified.refusal);
  await admit(parts, sha256(token), verified.claims.session_id);
  return verified.claims;
}
