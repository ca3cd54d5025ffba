import type { Identity } from './identity.ts';
import type { ChatParts } from './parts.ts';

export type Standing = (
  parts: Pick<ChatParts, 'blacklist'>,
  identity: Identity,
) => Promise<'good' | 'revoked' | 'store_unavailable'>;

/** Whether an open socket may still be served. Expiry of its token does not matter, revocation does. */
export const standing: Standing = async (parts, { tokenHash, sessionId }) => {
  try {
    const answer = await parts.blacklist.ask(tokenHash, sessionId);
    if (answer === 'unknown') return 'store_unavailable';
    return answer === 'revoked' ? 'revoked' : 'good';
  } catch {
    return 'store_unavailable';
  }
};
