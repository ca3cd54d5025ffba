import { broken, type Checker, held, unknown } from '#fixtures/scenario/checker.ts';
import type { Operation } from '#fixtures/scenario/operations.ts';
import { healedAt, recoverWithin, type SessionHistory, sessionsOf, ways } from './sessions.ts';

/** Every valid session is let in, in every way, within the deadline, and once all is quiet. */
export const validGetsBackIn: Checker = (history) => {
  const healed = healedAt(history);
  if (healed === undefined) return unknown('the fault was never over');
  const valid = sessionsOf(history).filter(({ logout }) => logout === undefined);
  if (valid.length === 0) return unknown('no session stayed valid');
  const backs = valid.flatMap((session) => ways.map((way) => wayBack(session, way, healed)));
  const lockedOut = backs.find((back) => 'problem' in back);
  if (lockedOut !== undefined) return broken(lockedOut.problem);
  const unread = backs.find((back) => 'unread' in back);
  if (unread !== undefined) return unknown(unread.unread);
  const slowest = Math.max(...backs.map((back) => ('after' in back ? back.after : 0)));
  return held(`${valid.length} sessions back in, the last ${Math.round(slowest)} ms after the end of the outage`);
};

type Back = { readonly after: number } | { readonly problem: string } | { readonly unread: string };

function wayBack({ session, operations }: SessionHistory, way: string, healed: number): Back {
  const uses = operations.filter(({ act, invokedAt }) => act === way && invokedAt >= healed);
  const last = uses.at(-1);
  if (last?.phase !== 'final') return { unread: `${session} did not use ${way} when all was over` };
  const after = Math.min(...uses.map((use) => admittedAt(use) - healed));
  if (after > recoverWithin) {
    return {
      problem: `${last.value} on ${way} for the valid token of ${session}, not let in within ${recoverWithin} ms of the end of the outage`,
    };
  }
  if (last.outcome !== 'ok')
    return { problem: `${last.value} on ${way} for the valid token of ${session} when all was over` };
  return { after };
}

const admittedAt = ({ outcome, completedAt }: Operation) =>
  outcome === 'ok' && completedAt !== undefined ? completedAt : Number.POSITIVE_INFINITY;
