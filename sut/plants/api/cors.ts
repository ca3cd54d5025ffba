import { ApiError } from '../../api/http/api-error.ts';
import type { Parts } from '../../api/parts.ts';
import type { Planter } from '../planter.ts';

/** Defects of the api's answers to pages of other origins. */
export const corsPlanters = {
  'api.cors.wildcard-credentials': (parts) => ({ ...parts, cors: { ...parts.cors, origin: '*' } }),

  'api.cors.reflect-any': (parts) => ({ ...parts, cors: { ...parts.cors, origin: true } }),

  'api.cors.prefix-match': (parts) => ({
    ...parts,
    cors: { ...parts.cors, origin: parts.settings.CORS_ORIGIN.map((origin) => new RegExp(`^${origin}`)) },
  }),

  'api.cors.after-auth': (parts) => ({ ...parts, cors: { ...parts.cors, hook: 'preHandler' } }),

  'api.cors.preflight-needs-auth': (parts) => ({
    ...parts,
    cors: {
      delegator(request, decide) {
        const anonymous = request.method === 'OPTIONS' && request.headers.authorization === undefined;
        decide(anonymous ? new ApiError('token_missing') : null, parts.cors);
      },
    },
  }),
} as const satisfies Record<string, Planter<Parts>>;
