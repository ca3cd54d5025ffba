import { SessionAnswer } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import type { PageConfig } from '../config.ts';
import type { PageParts } from '../parts.ts';
import type { AuthStore } from './auth-store.ts';

/** `ended`: the server knows the session no more. `unreachable`: nothing is known, so nothing is forgotten. */
export type RefreshOutcome = 'renewed' | 'ended' | 'unreachable';

export interface Refresher {
  /** Replaces the access token `stale`; any number of calls at once, in any number of tabs, are one refresh. */
  renew(stale: string): Promise<RefreshOutcome>;
}

/** What the status of a refresh means. Only the server’s own refusal ends a session. */
export function judgeRefresh(status: number): RefreshOutcome {
  if (status === 200) return 'renewed';
  return status === 401 ? 'ended' : 'unreachable';
}

const lockName = 'insight-garden-refresh';
const answerTimeoutMs = 15_000;
/** A turn may reach this tab before what the tab before it has stored: storage is not in step between processes. */
const arrivesWithinMs = 1000;

export function createRefresher(parts: PageParts, config: PageConfig, store: AuthStore): Refresher {
  let running: Promise<RefreshOutcome> | undefined;

  const exchange = async (stale: string, waited: boolean): Promise<RefreshOutcome> => {
    await store.reload();
    if (waited) await replaced(store, stale, arrivesWithinMs);
    const { accessToken } = store.getState();
    if (accessToken === null) return 'ended';
    if (accessToken !== stale) return 'renewed';
    try {
      const response = await parts.fetch(config.apiOrigin + paths.refresh, {
        method: 'POST',
        credentials: 'include',
        signal: AbortSignal.timeout(answerTimeoutMs),
      });
      const outcome = parts.judgeRefresh(response.status);
      if (outcome !== 'renewed') return outcome;
      const answer = SessionAnswer.parse(await response.json());
      const now = store.getState().accessToken;
      if (now === stale) store.logIn(answer);
      // Logged out in the meantime: the answer comes too late.
      return now === null ? 'ended' : 'renewed';
    } catch {
      return 'unreachable';
    }
  };

  return {
    renew(stale) {
      running ??= parts
        .alone((waited) => exchange(stale, waited))
        .finally(() => {
          running = undefined;
        });
      return running;
    },
  };
}

/** Resolves as soon as the store holds another token than `stale`, or none; at the latest after `ms`. */
function replaced(store: AuthStore, stale: string, ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => {
    if (store.getState().accessToken !== stale) resolve();
  };
  const unsubscribe = store.subscribe(look);
  const timer = setTimeout(resolve, ms);
  look();
  return promise.finally(() => {
    unsubscribe();
    clearTimeout(timer);
  });
}

/**
 * Runs `task` while no other tab does, and tells it whether it had to wait for one. Without locks (plain http) it is
 * alone at least in this tab.
 */
export async function alone<T>(task: (waited: boolean) => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  if (locks === undefined) return task(false);
  const atOnce = await locks.request(lockName, { ifAvailable: true }, async (lock) =>
    lock === null ? undefined : { result: await task(false) },
  );
  return atOnce === undefined ? await locks.request(lockName, () => task(true)) : atOnce.result;
}
