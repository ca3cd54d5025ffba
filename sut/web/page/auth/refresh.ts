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

export function createRefresher(parts: PageParts, config: PageConfig, store: AuthStore): Refresher {
  let running: Promise<RefreshOutcome> | undefined;

  const exchange = async (stale: string): Promise<RefreshOutcome> => {
    await store.reload();
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
      // Logged out in the meantime: the answer comes too late.
      if (store.getState().accessToken !== stale) return 'ended';
      store.logIn(answer);
      return 'renewed';
    } catch {
      return 'unreachable';
    }
  };

  return {
    renew(stale) {
      running ??= parts
        .alone(() => exchange(stale))
        .finally(() => {
          running = undefined;
        });
      return running;
    },
  };
}

/** Runs `task` while no other tab does; without locks (plain http) at least while this tab does not. */
export async function alone<T>(task: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  return locks === undefined ? await task() : await locks.request(lockName, task);
}
