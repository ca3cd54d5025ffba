import type { RefreshCookie } from '../../api/http/refresh-cookie.ts';
import type { Parts } from '../../api/parts.ts';
import type { Planter } from '../planter.ts';

const cookie =
  (change: (real: RefreshCookie) => Partial<RefreshCookie>): Planter<Parts> =>
  (parts) => ({ ...parts, refreshCookie: { ...parts.refreshCookie, ...change(parts.refreshCookie) } });

/** Defects of the refresh cookie's attributes. */
export const cookiePlanters = {
  'api.cookie.clears-another-domain': cookie((real) => ({
    clear: (secure) => `${real.clear(secure)}; Domain=holdfast.test`,
  })),

  'api.cookie.clears-another-path': cookie((real) => ({
    clear: (secure) => real.clear(secure).replace('Path=/;', 'Path=/api/auth/refresh;'),
  })),

  'api.cookie.clears-without-attributes': cookie((real) => ({
    clear: (secure) => real.clear(secure).replace(/; HttpOnly.*/, ''),
  })),

  'api.cookie.readable-by-scripts': cookie((real) => ({
    set: (...of) => real.set(...of).replace('; HttpOnly', ''),
  })),

  'api.cookie.not-secure': cookie((real) => ({ set: (token, life) => real.set(token, life, false) })),

  'api.cookie.ends-with-the-browser': cookie((real) => ({
    set: (...of) => real.set(...of).replace(/ Max-Age=\d+;/, ''),
  })),
} as const satisfies Record<string, Planter<Parts>>;
