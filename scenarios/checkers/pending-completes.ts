import { broken, type Checker, held, unknown } from '#fixtures/scenario/checker.ts';
import { healedAt, recoverWithin, type SessionHistory, sessionsOf } from './sessions.ts';

/** A logout that was answered pending ends what is open, and its token, within the deadline and by itself. */
export const pendingCompletes: Checker = (history) => {
  const healed = healedAt(history);
  if (healed === undefined) return unknown('the fault was never over');
  const pending = sessionsOf(history).filter(({ promised }) => promised === 'pending');
  if (pending.length === 0) return unknown('no logout was answered pending');
  for (const session of pending) {
    const problem = socketProblem(session, healed) ?? tokenProblem(session);
    if (problem !== undefined) return broken(`${problem}, after a logout of ${session.session} answered pending`);
  }
  return pending.every(({ operations }) => operations.some(({ act }) => act === 'held-socket'))
    ? held(`${pending.length} pending logouts completed`)
    : unknown('a session whose logout was answered pending had no socket open');
};

function socketProblem({ operations }: SessionHistory, healed: number): string | undefined {
  const socket = operations.find(({ act }) => act === 'held-socket');
  if (socket === undefined) return undefined;
  if (socket.outcome === 'ok') return `its socket was still open ${recoverWithin} ms after the end of the outage`;
  if (!socket.value.startsWith('1008')) return `its socket was closed with ${socket.value}, not with 1008`;
  const after = (socket.completedAt ?? Number.POSITIVE_INFINITY) - healed;
  return after > recoverWithin
    ? `its socket was closed ${Math.round(after)} ms after the end of the outage`
    : undefined;
}

function tokenProblem({ operations }: SessionHistory): string | undefined {
  const read = operations.findLast(({ act, phase }) => act === 'me' && phase === 'final');
  if (read === undefined) return 'its token was not used again';
  return read.outcome === 'fail' && read.value.startsWith('401') ? undefined : `its token got ${read.value}, not 401`;
}
