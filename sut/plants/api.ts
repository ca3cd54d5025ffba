import type { Parts } from '../api/parts.ts';
import { runService } from '../common/service.ts';
import { type Planter, plant } from './planter.ts';

export const apiPlanters = {
  'api.logout.requires-auth': (parts) => ({ ...parts, access: { ...parts.access, logout: 'session' } }),

  'api.logout.no-revoke': (parts) => ({
    ...parts,
    endSession: async () => ({ revocation: 'complete', userId: undefined }),
  }),
} as const satisfies Record<string, Planter<Parts>>;

/** Runs the api with the defects `ids` planted. */
export async function startPlanted(ids: readonly string[]): Promise<void> {
  await runService('api', async (settings, log) => {
    const { createParts, start } = await import('../api/service.ts');
    return start(plant(createParts(settings, log), apiPlanters, ids));
  });
}
