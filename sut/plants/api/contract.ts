import type { Parts } from '../../api/parts.ts';
import type { Planter } from '../planter.ts';

/** Defects of the shapes of answers. */
export const contractPlanters = {
  'api.me.forgets-the-session': (parts) => {
    const { me } = parts.endpoints;
    const handle: typeof me.handle = async (call) => {
      const { session: _, ...rest } = (await me.handle(call)) as { session: unknown };
      return rest;
    };
    return { ...parts, endpoints: { ...parts.endpoints, me: { ...me, handle } } };
  },
} as const satisfies Record<string, Planter<Parts>>;
