import { setTimeout as delay } from 'node:timers/promises';
import { ApiError } from '../../api/http/api-error.ts';
import type { Parts } from '../../api/parts.ts';
import { StoreUnavailable } from '../../api/store/outage.ts';
import type { Planter } from '../planter.ts';

const retryMs = 50;
const timedOut = (error: unknown) => error instanceof Error && /timed out/i.test(error.message);

/** Asks the blacklist again, for as long as it fails in a way that `holds`. */
const asksAgain =
  (holds: (error: unknown) => boolean): Planter<Parts> =>
  (parts) => ({
    ...parts,
    blacklist: {
      async ask(...of) {
        for (;;) {
          try {
            return await parts.blacklist.ask(...of);
          } catch (error) {
            if (!holds(error)) throw error;
            await delay(retryMs);
          }
        }
      },
    },
  });

/** Answers `code` where the database is away. */
const databaseAway =
  (code: 'internal' | 'invalid_credentials'): Planter<Parts> =>
  (parts) => ({
    ...parts,
    describeError: (error) =>
      error instanceof StoreUnavailable && error.message.startsWith('postgres')
        ? new ApiError(code, { cause: error })
        : parts.describeError(error),
  });

/** Defects that show while a store is away. */
export const outagePlanters = {
  'api.redis.queues-while-away': asksAgain((error) => !timedOut(error)),

  'api.redis.no-command-timeout': asksAgain(timedOut),

  'api.revocation.trusts-unwritten-redis': (parts) => ({
    ...parts,
    trust: { ...parts.trust, unwritten: () => undefined },
  }),

  'api.errors.database-away-500': databaseAway('internal'),

  'api.errors.database-away-401': databaseAway('invalid_credentials'),

  'api.errors.no-retry-after': (parts) => ({
    ...parts,
    describeError: (error) => new ApiError(parts.describeError(error).code, { cause: error }),
  }),

  'api.health.always-green': (parts) => ({
    ...parts,
    health: { ...parts.health, ready: async () => parts.health.live() },
  }),

  'api.database.gives-up': (parts) => {
    let lost: unknown;
    const byId: Parts['accounts']['byId'] = (id) => {
      if (lost !== undefined) return Promise.reject(lost);
      return parts.accounts.byId(id).catch((error: unknown) => {
        lost = error;
        throw error;
      });
    };
    return { ...parts, accounts: { ...parts.accounts, byId } };
  },
} as const satisfies Record<string, Planter<Parts>>;
