import { cookieDefects } from './session/cookie.ts';
import { logoutDefects } from './session/logout.ts';
import { refreshDefects } from './session/refresh.ts';
import { revocationDefects } from './session/revocation.ts';

/** Defects of sessions, by what they are about. */
export const sessionDefects = { ...logoutDefects, ...revocationDefects, ...refreshDefects, ...cookieDefects } as const;
