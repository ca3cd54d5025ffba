import type { Ending } from './ledger.ts';

/**
 * Logouts that Postgres could not record yet. They were answered `failed`, because this memory dies
 * with the process; while it lives, their sessions are refused here and every sweep tries again.
 */
export interface Unrecorded {
  add(ending: Ending): void;
  holds(tokenHash: string, sessionId: string): boolean;
  all(): readonly Ending[];
  remove(ending: Ending): void;
}

const most = 10_000;

export function createUnrecorded(): Unrecorded {
  const endings = new Map<string, Ending>();
  const keyOf = (ending: Ending) => `${ending.sessionId ?? ''} ${ending.tokenHash ?? ''} ${ending.refreshHash ?? ''}`;
  return {
    add: (ending) => {
      const oldest = endings.keys().next();
      if (endings.size >= most && oldest.done !== true) endings.delete(oldest.value);
      endings.set(keyOf(ending), ending);
    },
    holds: (tokenHash, sessionId) =>
      endings.size > 0 &&
      [...endings.values()].some((ending) => ending.sessionId === sessionId || ending.tokenHash === tokenHash),
    all: () => [...endings.values()],
    remove: (ending) => {
      endings.delete(keyOf(ending));
    },
  };
}
