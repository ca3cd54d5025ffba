import { PageError } from '../../web/page/api/page-error.ts';
import type { PageParts } from '../../web/page/parts.ts';
import type { Planter } from '../planter.ts';

/** Defects of the page where it is served from another origin than the api. */
export const corsClientPlanters = {
  'client.unreachable.failed-to-fetch': (parts) => ({
    ...parts,
    createSession(...needs) {
      const session = parts.createSession(...needs);
      const logIn: typeof session.logIn = (credentials) =>
        session.logIn(credentials).catch((error: unknown) => {
          if (!(error instanceof PageError) || !(error.cause instanceof Error)) throw error;
          throw new PageError('unreachable', error.cause.message);
        });
      return { ...session, logIn };
    },
  }),
} as const satisfies Record<string, Planter<PageParts>>;
