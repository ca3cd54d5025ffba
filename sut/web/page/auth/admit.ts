import type { StoredAuth } from '#contracts/wire/auth.ts';

/** What a page behind the gate shows. */
export type Admission = 'loading' | 'content' | 'login';

export function admit(gateIsOpen: boolean, { isAuthenticated, accessToken }: StoredAuth): Admission {
  if (!gateIsOpen) return 'loading';
  return isAuthenticated && accessToken !== null ? 'content' : 'login';
}
