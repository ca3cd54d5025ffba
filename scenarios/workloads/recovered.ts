import type { History } from '#fixtures/scenario/history.ts';
import { sessionsOf, ways } from '../checkers/sessions.ts';

/** Whether, since the fault was over, everybody valid got in in every way, and every logout closed its socket. */
export function hasRecovered(history: History): boolean {
  return sessionsOf(history).every(({ operations, logout, promised }) => {
    if (logout === undefined) {
      return ways.every((way) =>
        operations.some(({ act, phase, outcome }) => act === way && phase === 'recovery' && outcome === 'ok'),
      );
    }
    const socket = operations.find(({ act }) => act === 'held-socket');
    return promised === undefined || socket?.outcome === 'fail';
  });
}
