import type { Parts } from '../parts.ts';
import { propagate } from './end-session.ts';
import { refill } from './gate.ts';

/** One sweep: what was not recorded, what Redis lost, what is pending, what is open and should not be. */
export async function reconcile(parts: Parts): Promise<void> {
  for (const ending of parts.unrecorded.all()) {
    if ((await parts.endSession(parts, ending)).revocation === 'failed') break;
  }
  if (parts.trust.stale || !(await parts.blacklistWriter.isComplete())) await refill(parts);
  const pending = await parts.ledger.pending();
  if (pending.length > 0 && !(await propagate(parts, pending))) parts.trust.unwritten();
}

/** Ends the open streams of sessions that are known to have ended. A store that is away cuts nothing. */
export async function sweepStreams(parts: Parts): Promise<void> {
  const open = parts.openStreams.sessions();
  if (open.length === 0) return;
  const known = await Promise.allSettled([parts.blacklistWriter.revokedOf(open), parts.sessions.endedOf(open)]);
  for (const answer of known) {
    if (answer.status === 'rejected') continue;
    for (const sessionId of answer.value) parts.openStreams.end(sessionId);
  }
}
