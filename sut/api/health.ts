import type { HealthAnswer } from '#contracts/wire/health.ts';
import type { Redis } from '../common/redis.ts';
import type { Store } from './store/store.ts';

/** What this replica itself has come to, besides its stores. */
export interface Progress {
  migrated: boolean;
  /** Redis was filled from Postgres at least once. */
  reconciled: boolean;
  draining: boolean;
}

export interface Health {
  live(): HealthAnswer;
  /** Asks both stores; takes as long as their timeouts at most. */
  ready(): Promise<HealthAnswer>;
}

export function createHealth(service: string, store: Store, redis: Redis, progress: Progress): Health {
  return {
    live: () => ({ status: 'ok', service, checks: {} }),
    async ready() {
      const [postgres, redisUp] = await Promise.all([succeeds(store.query('SELECT 1')), succeeds(redis.ping())]);
      const up = {
        postgres,
        redis: redisUp,
        migrations: progress.migrated,
        revocations: progress.reconciled,
        accepting: !progress.draining,
      };
      const checks = Object.fromEntries(
        Object.entries(up).map(([name, ok]) => [name, ok ? 'ok' : 'unavailable'] as const),
      );
      return { status: Object.values(up).every(Boolean) ? 'ok' : 'unavailable', service, checks };
    },
  };
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
