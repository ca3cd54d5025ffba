import { ApiError } from '../http/api-error.ts';
import type { Parts } from '../parts.ts';
import { orRedisAway, StoreUnavailable } from '../store/outage.ts';

/** Whether this replica believes what Redis does not say. */
export interface Trust {
  /** Redis may not know what it should: it has come (back), or refused a revocation, since the last fill. */
  stale: boolean;
  filling: Promise<void> | undefined;
  /** A revocation is recorded that Redis did not take. */
  unwritten(): void;
}

export function createTrust(): Trust {
  return {
    stale: true,
    filling: undefined,
    unwritten() {
      this.stale = true;
    },
  };
}

/**
 * Lets a credential pass or rejects: `token_revoked`, or StoreUnavailable when the stores cannot tell.
 * Nobody is let in, and nobody is sent to the login, because of an outage.
 */
export async function admit(parts: Parts, tokenHash: string, sessionId: string): Promise<void> {
  if (parts.unrecorded.holds(tokenHash, sessionId)) throw new ApiError('token_revoked');
  // Also while another request fills: until that is done, Redis may not know of a logout made in the outage.
  while (parts.trust.stale || parts.trust.filling !== undefined) await refill(parts);
  let answer = await orRedisAway(parts.blacklist.ask(tokenHash, sessionId));
  if (answer === 'unknown') {
    await refill(parts);
    answer = await orRedisAway(parts.blacklist.ask(tokenHash, sessionId));
  }
  if (answer === 'revoked') throw new ApiError('token_revoked');
  if (answer === 'unknown') throw new StoreUnavailable('redis', 'it lost the revocations again');
}

/** Fills Redis from Postgres; calls at the same time share one filling. */
export function refill(parts: Parts): Promise<void> {
  const { trust } = parts;
  trust.filling ??= fill(parts).finally(() => {
    trust.filling = undefined;
  });
  return trust.filling;
}

async function fill(parts: Parts): Promise<void> {
  const { trust } = parts;
  // Cleared first: a Redis that comes back while this runs makes it stale again.
  trust.stale = false;
  try {
    await parts.blacklistWriter.fill(await parts.ledger.unexpired());
  } catch (error) {
    trust.stale = true;
    throw error;
  }
}
