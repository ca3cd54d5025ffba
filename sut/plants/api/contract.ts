import type { Parts } from '../../api/parts.ts';
import type { Planter } from '../planter.ts';
import { around } from './around.ts';

/** Defects of answers as such. */
export const contractPlanters = {
  'api.me.forgets-the-session': around('me', async (call, real) => {
    const { session: _, ...rest } = (await real(call)) as { session: unknown };
    return rest;
  }),

  'api.body.left-unread': (parts) => ({ ...parts, discardRest: async () => undefined }),
} as const satisfies Record<string, Planter<Parts>>;
