import { broken, type Checker, held, unknown } from '#fixtures/scenario/checker.ts';
import { isUse, sessionsOf } from './sessions.ts';

/** Nobody is let in with a token whose logout was answered complete or pending. */
export const revokedStaysRevoked: Checker = (history) => {
  const attempts = sessionsOf(history).flatMap(({ operations, logout, promised }) =>
    promised === undefined || logout?.completedAt === undefined
      ? []
      : operations
          .filter((operation) => isUse(operation) && operation.invokedAt > (logout.completedAt ?? 0))
          .map((operation) => ({ ...operation, promised, after: operation.invokedAt - (logout.completedAt ?? 0) })),
  );
  const letIn = attempts.filter(({ outcome }) => outcome === 'ok');
  const [first] = letIn;
  if (first !== undefined) {
    const counts = Map.groupBy(letIn, ({ act, promised }) => `${act} after ${promised}`);
    const counted = [...counts].map(([what, { length }]) => `${length} x ${what}`).sort();
    return broken(
      `let in ${counted.join(', ')}; first ${first.act} of ${first.session} in ${first.phase}, ${Math.round(first.after)} ms after its logout was answered ${first.promised}`,
    );
  }
  if (!attempts.some(({ phase }) => phase === 'outage'))
    return unknown('nobody used a token that was logged out while the fault lasted');
  if (!attempts.some(({ phase }) => phase === 'final'))
    return unknown('nobody used a token that was logged out when all was over');
  return held(`${attempts.length} uses of revoked tokens, none let in`);
};
