import type { Parts } from '../api/parts.ts';
import { StoreUnavailable } from '../api/store/outage.ts';
import { runService } from '../common/service.ts';
import { accountPlanters } from './api/account.ts';
import { contractPlanters } from './api/contract.ts';
import { cookiePlanters } from './api/cookie.ts';
import { corsPlanters } from './api/cors.ts';
import { legacyPlanters } from './api/legacy.ts';
import { logoutPlanters } from './api/logout.ts';
import { modelPlanters } from './api/model.ts';
import { outagePlanters } from './api/outage.ts';
import { redisPlanters } from './api/redis.ts';
import { refreshPlanters } from './api/refresh.ts';
import { schemaPlanters } from './api/schema.ts';
import { sessionPlanters } from './api/session.ts';
import { tokenPlanters } from './api/token.ts';
import { websocketPlanters } from './api/websocket.ts';
import { type Planter, plant } from './planter.ts';

export const apiPlanters = {
  ...accountPlanters,
  ...cookiePlanters,
  ...corsPlanters,
  ...legacyPlanters,
  ...logoutPlanters,
  ...modelPlanters,
  ...outagePlanters,
  ...redisPlanters,
  ...refreshPlanters,
  ...schemaPlanters,
  ...sessionPlanters,
  ...tokenPlanters,
  ...websocketPlanters,

  ...contractPlanters,
  'api.credentials.header-only': (parts) => ({
    ...parts,
    credentials: { of: (headers) => parts.credentials.of(headers, undefined) },
  }),

  'api.credentials.query-wins': (parts) => ({
    ...parts,
    credentials: {
      of: (headers, query) => parts.credentials.of({}, query) ?? parts.credentials.of(headers, undefined),
    },
  }),

  'api.revocation.fail-open': (parts) => ({
    ...parts,
    ...heedless(parts),
    blacklist: { ask: (...of) => parts.blacklist.ask(...of).catch(() => 'clear') },
  }),

  'api.outage.answers-401': (parts) => ({
    ...parts,
    ...heedless(parts),
    blacklist: { ask: (...of) => parts.blacklist.ask(...of).catch(() => 'revoked') },
  }),

  'api.redis.gives-up': (parts) => {
    let lost: Promise<never> | undefined;
    const untilLost =
      <Args extends unknown[], Answer>(call: (...args: Args) => Promise<Answer>) =>
      (...args: Args): Promise<Answer> => {
        if (lost !== undefined) return lost;
        const answer = call(...args);
        answer.catch(() => {
          // While the stores are starting it is only not there yet.
          if (!parts.progress.reconciled) return;
          lost = Promise.reject(new StoreUnavailable('redis', 'its client has given up'));
          lost.catch(() => undefined);
        });
        return answer;
      };
    return {
      ...parts,
      blacklist: { ask: untilLost(parts.blacklist.ask) },
      blacklistWriter: { ...parts.blacklistWriter, fill: untilLost(parts.blacklistWriter.fill) },
    };
  },

  'api.revocation.trust-empty-redis': (parts) => ({
    ...parts,
    blacklistWriter: { ...parts.blacklistWriter, fill: () => parts.blacklistWriter.fill([]) },
  }),

  'api.revocation.pending-forgotten': (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      pending: async () => [],
      unexpired: async () => (await parts.ledger.unexpired()).filter(({ propagated }) => propagated),
    },
  }),
} as const satisfies Record<string, Planter<Parts>>;

/** Before it asks Redis again after an outage, it does not mind what could not be filled: else it would not get to ask. */
const heedless = ({ blacklistWriter }: Parts): Pick<Parts, 'blacklistWriter'> => ({
  blacklistWriter: {
    ...blacklistWriter,
    fill: (entries) => blacklistWriter.fill(entries).catch(() => undefined),
  },
});

/** Runs the api with the defects `ids` planted. */
export async function startPlanted(ids: readonly string[]): Promise<void> {
  await runService('api', async (settings, log) => {
    const { createParts, start } = await import('../api/service.ts');
    return start(plant(createParts(settings, log), apiPlanters, ids));
  });
}
