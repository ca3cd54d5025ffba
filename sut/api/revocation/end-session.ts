import type { Revocation } from '#contracts/wire/auth.ts';
import type { Parts } from '../parts.ts';
import type { Ending, Recorded } from './ledger.ts';

export interface Ended {
  readonly revocation: Revocation;
  /** Whose sessions ended, as far as Postgres knew them. */
  readonly userId: string | undefined;
}

export type EndSession = (parts: Parts, ending: Ending) => Promise<Ended>;

/**
 * Ends what `ending` names. Redis is written at once when the access token named the session, and
 * beside Postgres, so that a silent Postgres neither delays it nor adds its own wait. Never rejects.
 */
export const endSession: EndSession = async (parts, ending) => {
  const [early, recorded] = await Promise.all([refuseAtOnce(parts, ending), record(parts, ending)]);
  if (recorded === undefined) {
    parts.unrecorded.add(ending);
    return { revocation: 'failed', userId: undefined };
  }
  parts.unrecorded.remove(ending);
  for (const { sessionId } of recorded) parts.openStreams.end(sessionId);
  const userId = recorded.find((row) => row.userId !== null)?.userId ?? undefined;
  const reached = early !== 'away' && (await propagate(parts, recorded));
  const complete = reached || recorded.every(({ propagated }) => propagated);
  // A Redis that can be read but not written would let the session in.
  if (!complete) parts.trust.unwritten();
  return { revocation: complete ? 'complete' : 'pending', userId };
};

/** Puts recorded revocations into Redis and notes it; false when Redis is away or refuses. A sweep then does it. */
export async function propagate(parts: Parts, recorded: readonly Recorded[]): Promise<boolean> {
  try {
    await parts.blacklistWriter.put(recorded);
  } catch {
    return false;
  }
  const fresh = recorded.filter(({ propagated }) => !propagated).map(({ id }) => id);
  // Not noted is harmless: the sweep puts it once more.
  if (fresh.length > 0) await parts.ledger.markPropagated(fresh).catch(() => undefined);
  return true;
}

/** The access life from this moment; what is recorded may end milliseconds later and is put again then. */
async function refuseAtOnce(parts: Parts, ending: Ending): Promise<'put' | 'away' | 'unnamed'> {
  if (ending.sessionId === undefined) return 'unnamed';
  parts.openStreams.end(ending.sessionId);
  const dead = {
    sessionId: ending.sessionId,
    tokenHash: ending.tokenHash ?? null,
    life: parts.settings.JWT_EXPIRES_IN * 1000,
    tokenLife: (ending.tokenExpiresAt ?? 0) * 1000 - Date.now(),
  };
  return parts.blacklistWriter.put([dead]).then(
    () => 'put',
    () => 'away',
  );
}

async function record(parts: Parts, ending: Ending): Promise<readonly Recorded[] | undefined> {
  try {
    return await parts.ledger.record(ending);
  } catch (err) {
    parts.log.warn({ err }, 'a logout could not be recorded');
    return undefined;
  }
}
