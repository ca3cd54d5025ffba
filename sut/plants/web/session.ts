import type { WebParts } from '../../web/parts.ts';
import type { Planter } from '../planter.ts';

/** Defects of logging out at the web tier. */
export const webSessionPlanters = {
  'web.logout.fetch-failed-500': (parts) => ({
    ...parts,
    logoutAnswer(revocation) {
      if (revocation === 'failed') throw new TypeError('fetch failed');
      return parts.logoutAnswer(revocation);
    },
  }),

  'web.logout.csrf-stale': (parts) => ({
    ...parts,
    isOwnOrigin: (headers, allowed) => headers['x-csrf-token'] !== undefined && parts.isOwnOrigin(headers, allowed),
  }),

  'web.csrf.any-origin': (parts) => ({ ...parts, isOwnOrigin: () => true }),
} as const satisfies Record<string, Planter<WebParts>>;
