import { broken, type Checker, held, type Judgement, unknown } from '#fixtures/scenario/checker.ts';
import type { History } from '#fixtures/scenario/history.ts';
import { isUse, sessionsOf, wasValid } from './sessions.ts';

/** What says "try again": the login would not help, and nobody is sent there. */
const tryAgain = ['503', '1013'];
/** And what an edge says for a service that is away. */
const away = [...tryAgain, '502', '504'];

/** A valid token is refused with nothing but "try again"; no socket of a valid session is closed as if it had ended. */
export const outageIsNotALogout: Checker = (history) => judge(history, tryAgain);
export const absenceIsNotALogout: Checker = (history) => judge(history, away);

function judge(history: History, accepted: readonly string[]): Judgement {
  const isAccepted = (value: string) => accepted.includes(value.split(' ')[0] ?? '');
  const valid = sessionsOf(history).flatMap((session) =>
    session.operations.filter((operation) => operation.act !== 'logout' && wasValid(session, operation)),
  );
  const wrong = valid.filter(
    ({ act, outcome, value }) =>
      outcome === 'fail' && (act === 'held-socket' ? /^1008\b/.test(value) : !isAccepted(value)),
  );
  const [first] = wrong;
  if (first !== undefined) {
    return broken(
      `${first.value} on ${first.act} for the valid token of ${first.session} in ${first.phase}; ${wrong.length} of ${valid.length} in all`,
    );
  }
  const duringFault = valid.filter((operation) => isUse(operation) && operation.phase === 'outage');
  if (duringFault.length === 0) return unknown('no valid token was used while the fault lasted');
  const felt = duringFault.filter(({ outcome, value }) => outcome === 'indefinite' || isAccepted(value));
  if (felt.length === 0) return unknown(`none of ${duringFault.length} uses felt the fault`);
  return held(`${felt.length} of ${duringFault.length} uses felt the fault, none was refused as if logged out`);
}
