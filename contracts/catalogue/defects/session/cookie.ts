import type { Defect } from '../../defect.ts';

/** Defects of the refresh cookie. */
export const cookieDefects = {
  'api.cookie.clears-another-domain': {
    sentence: 'Logout clears the cookie for a domain that it was not set for.',
    failure: 'L-05',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'session/no-cookie-after-logout', assertion: 'none-after', observed: 'refresh_token' },
      { requirement: 'session/refresh-cookie-attributes', assertion: 'cleared-attributes', observed: 'Domain=' },
    ],
  },
  'api.cookie.clears-another-path': {
    sentence: 'Logout clears the cookie for a path that it was not set for.',
    failure: 'L-06',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'session/no-cookie-after-logout', assertion: 'none-after', observed: 'refresh_token' },
      {
        requirement: 'session/refresh-cookie-attributes',
        assertion: 'cleared-attributes',
        observed: 'Path=/api/auth/refresh',
      },
    ],
  },
  'api.cookie.clears-without-attributes': {
    sentence: 'Logout clears the cookie without Secure, HttpOnly and SameSite; Chromium drops it all the same.',
    failure: 'L-07',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'session/refresh-cookie-attributes', assertion: 'cleared-attributes', observed: '^Path=/ ' },
    ],
  },
  'api.cookie.readable-by-scripts': {
    sentence: 'The refresh cookie is not HttpOnly: any script can take it.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/refresh-cookie-attributes',
        assertion: 'set-attributes',
        observed: '^Path=/; SameSite=Lax ',
      },
      { requirement: 'session/no-cookie-after-logout', assertion: 'held-before', observed: 'in reach of scripts' },
    ],
  },
  'api.cookie.not-secure': {
    sentence: 'The refresh cookie of a TLS connection is not Secure.',
    failure: 'L-07',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/refresh-cookie-attributes',
        assertion: 'set-attributes',
        observed: '^HttpOnly; Path=/; SameSite=Lax .*https',
      },
    ],
  },
  'api.cookie.ends-with-the-browser': {
    sentence: 'The refresh cookie has no life of its own: it ends with the browser.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/refresh-cookie-attributes', assertion: 'set-life', observed: '^none' }],
  },
} as const satisfies Record<string, Defect>;
