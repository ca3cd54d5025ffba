import { sha256 } from '../common/tokens.ts';
import type { Refusal } from './closing.ts';
import type { Credential } from './credential.ts';
import type { Identity } from './identity.ts';
import type { ChatParts } from './parts.ts';

export type Admission = { readonly identity: Identity } | { readonly refusal: Refusal };

type Needs = Pick<ChatParts, 'tokens' | 'tickets' | 'blacklist' | 'users'>;
export type Authenticate = (parts: Needs, credential: Credential | undefined) => Promise<Admission>;

/** Whom a credential stands for, without asking whether they may come in. Rejects when Redis is away. */
export async function identify(
  parts: Pick<Needs, 'tokens' | 'tickets'>,
  credential: Credential | undefined,
): Promise<Admission> {
  if (credential === undefined) return { refusal: 'token_missing' };
  if (credential.kind === 'ticket') {
    const identity = await parts.tickets.take(credential.value);
    if (identity === undefined) return { refusal: 'ticket_invalid' };
    return identity.tokenExp * 1000 > Date.now() ? { identity } : { refusal: 'token_expired' };
  }
  const verified = await parts.tokens.verify(credential.value);
  if ('refusal' in verified) return verified;
  const { id, email, role, session_id, exp } = verified.claims;
  return {
    identity: { userId: id, email, role, sessionId: session_id, tokenHash: sha256(credential.value), tokenExp: exp },
  };
}

/**
 * The one way to authenticate a socket: token or ticket, then the blacklist, then the user as Postgres
 * has it. A store that is away, or a blacklist that is not complete, is `store_unavailable`: nobody is
 * let in, and nobody is told that the token is bad.
 */
export const authenticate: Authenticate = async (parts, credential) => {
  try {
    const admission = await identify(parts, credential);
    if ('refusal' in admission) return admission;
    const { identity } = admission;
    const [blacklisted, user] = await Promise.all([
      parts.blacklist.ask(identity.tokenHash, identity.sessionId),
      parts.users.find(identity.userId, identity.sessionId),
    ]);
    if (blacklisted === 'unknown') return { refusal: 'store_unavailable' };
    if (blacklisted === 'revoked' || user?.sessionRevoked) return { refusal: 'token_revoked' };
    if (user === undefined) return { refusal: 'user_unknown' };
    return { identity: { ...identity, email: user.email, role: user.role } };
  } catch {
    return { refusal: 'store_unavailable' };
  }
};
