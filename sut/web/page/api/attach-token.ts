import { notLoggedIn } from './page-error.ts';

/** Puts the token into `headers`. There is no request without one: it throws `not-logged-in` then. */
export function attachToken(headers: Headers, token: string | null): void {
  if (token === null) throw notLoggedIn();
  headers.set('authorization', `Bearer ${token}`);
}
