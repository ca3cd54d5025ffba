import { paths } from '#contracts/wire/paths.ts';
import type { WebParts } from '../../web/parts.ts';
import type { Planter } from '../planter.ts';

/** Defects of the web tier that a page’s session meets. */
export const webClientPlanters = {
  'web.cache.no-no-store': (parts) => ({
    ...parts,
    page: {
      ...parts.page,
      async index(config) {
        const file = await parts.page.index(config);
        return file === undefined ? undefined : { ...file, cacheControl: 'private, max-age=600' };
      },
    },
  }),

  'web.refresh.double': (parts) => ({
    ...parts,
    async send(request) {
      if (request.url.endsWith(paths.refresh)) await parts.send(request);
      return parts.send(request);
    },
  }),
} as const satisfies Record<string, Planter<WebParts>>;
