import type { FailureId } from './failures.ts';

/** Failures that cannot be had here: id -> why not. */
export const excluded = {
  'W-19': 'The chat speaks WebSocket alone; there is no polling that a client could stay with.',
  'W-20': 'Shows in WebKit alone, of which there is no build here that could be pinned and started everywhere.',
  'X-01': 'No token of another provider is passed on to a model or a tool.',
  'X-05': 'No token of another provider is held, so none is refreshed.',
} as const satisfies Partial<Record<FailureId, string>>;

/** Parts of failures that cannot be had here; the rest of each is judged. */
export const partlyExcluded = {
  'D-02': 'Activity on a WebSocket alone: it keeps the chat session; the login lives by refreshes, for 14 days each.',
  'D-03': 'A socket that is open at the absolute age: like one whose token expired it stays, and no new one opens.',
  'H-04': 'Node 20: the project’s Node is 24. What old clients do is reproduced with an old undici on it.',
  'H-13': '5xx or 202 for a logout that is not done: it is 200 with `revocation`, as report 3 decided.',
  'L-07': 'WebKit, and a cookie for cross-site use: it is SameSite=Lax, and judged in Chromium over TLS.',
  'L-11': 'A CSRF token that idled past its life: there is none to fetch, the Origin is asked instead.',
  'L-22': 'A 401 of its own for a session that Redis lost: Redis is refilled, and until then it is 503.',
  'A-04': 'Locked accounts, and accounts of other providers: there are neither.',
  'A-05': 'Password reset: there is none. A sign-up says 409, as report 2 wants.',
  'C-02': 'A readable 403: only pages of foreign origins get one, and they are to read nothing.',
  'J-02': 'HS256 signed with an RSA key: there is no RSA key.',
  'J-06': 'ID and reset tokens: there are neither; access token, refresh token and ticket are judged.',
  'J-07': 'A JWKS with an unusable key: two secrets with key ids take its place.',
  'W-08': 'A change of password: there is none. The expiry of a token cuts no open socket; its revocation does.',
} as const satisfies Partial<Record<FailureId, string>>;
