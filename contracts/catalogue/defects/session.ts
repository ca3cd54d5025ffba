import type { Defect } from '../defect.ts';

/** Defects of sessions: logout, cookies, refresh. */
export const sessionDefects = {
  'api.logout.requires-auth': {
    sentence: 'Logout demands a valid access token: 401 without one.',
    failure: 'L-01',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/logout-is-idempotent', assertion: 'answers-200', observed: '^401 ' }],
  },
  'api.logout.parses-before-it-clears': {
    sentence:
      'Logout is public, but reads the token first and fails on one that is none, or has expired, before it clears the cookie.',
    failure: 'L-02',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/logout-is-idempotent',
        assertion: 'answers-200',
        observed: '^500 for a token that is expired',
      },
      { requirement: 'session/logout-edge-cases', assertion: 'invalid-token', observed: '^500 ' },
    ],
  },
  'api.logout.answers-204': {
    sentence: 'Logout answers 204 without a body, where 200 with a confirmation was agreed.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'session/logout-is-idempotent', assertion: 'answers-200', observed: '^204 ' },
      { requirement: 'session/logout-edge-cases', assertion: 'valid-token', observed: '^204 ' },
    ],
  },
  'api.logout.no-revoke': {
    sentence: 'Logout says success and leaves the session alive.',
    failure: 'L-03',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'session/logout-revokes', assertion: 'http-refuses', observed: '^200' },
      { requirement: 'session/logout-edge-cases', assertion: 'valid-token', observed: '^200 .*, then 200' },
    ],
  },
  'api.logout.refuses-no-token': {
    sentence: 'Report 3, before: no token is answered 403.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'session/logout-edge-cases', assertion: 'no-token', observed: '^403 .*Not authenticated' },
    ],
  },
  'api.logout.refuses-invalid-token': {
    sentence: 'Report 3, before: an invalid token is answered 401.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/logout-edge-cases',
        assertion: 'invalid-token',
        observed: '^401 .*Could not validate credentials',
      },
    ],
  },
  'api.logout.refuses-expired-token': {
    sentence: 'Report 3, before: an expired token is answered 401.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/logout-edge-cases',
        assertion: 'expired-token',
        observed: '^401 .*Could not validate credentials',
      },
    ],
  },
  'api.logout.refuses-logged-out': {
    sentence: 'Report 3, before: who is already logged out is answered 403.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/logout-edge-cases',
        assertion: 'already-logged-out',
        observed: '^403 .*Not authenticated',
      },
    ],
  },
  'api.logout.loads-the-user': {
    sentence: 'Report 3, before: logout loads its user first, and an error of the database is answered 500.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/logout-answers-in-outages', assertion: 'database-error', observed: '^500 ' }],
  },
  'api.logout.needs-its-stores': {
    sentence: 'Logout is refused with 503 while its stores are away.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'session/logout-answers-in-outages', assertion: 'missing-dependencies', observed: '^503 ' },
    ],
  },
  'api.revocation.failed-forgotten': {
    sentence: 'A logout that no store could take is answered failed and forgotten: the session goes on afterwards.',
    failure: 'H-13',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/logout-answers-in-outages',
        assertion: 'dead-afterwards',
        observed: '^200 after missing-dependencies',
      },
    ],
  },
  'api.logout.not-awaited': {
    sentence: 'Logout answers before the session is ended.',
    failure: 'L-20',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/logout-revokes', assertion: 'http-refuses', observed: '^200' }],
  },
  'api.logout.conflict-fails': {
    sentence: 'Of two logouts at once the second one fails at the lock of the first.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/logouts-at-once', assertion: 'all-complete', observed: '200 failed' }],
  },
  'api.logout.unaudited': {
    sentence: 'Logout writes nothing into the audit log.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/logout-is-audited', assertion: 'event', observed: '^no entry' }],
  },
  'api.logout.keeps-refresh-token': {
    sentence: 'Logout blacklists the access token and leaves the refresh token alive.',
    failure: 'L-04',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'session/logout-revokes', assertion: 'refresh-refuses', observed: '^200' },
      { requirement: 'session/logout-outlives-next-login', assertion: 'old-refresh-refused', observed: '^200' },
      { requirement: 'session/logout-beats-refresh', assertion: 'no-access-token-lives', observed: '^200 ' },
    ],
  },
  'api.logout.signs-out-every-device': {
    sentence: 'Report 3’s sketch: logout deletes every refresh token of the user, and all devices are signed out.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/logout-revokes', assertion: 'other-session-refreshes', observed: '^401' }],
  },
  'api.revocation.keyed-by-user': {
    sentence: 'Revocations are kept by user and cleared by the next login: the old token is valid once more.',
    failure: 'L-04',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/logout-outlives-next-login', assertion: 'old-token-refused', observed: '^200' }],
  },
  'api.revocation.in-memory': {
    sentence: 'Each replica keeps its revocations in its own memory.',
    failure: 'X-04',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/replicas-agree', assertion: 'http-refused', observed: '^200 at api' }],
  },
  'api.revocation.pending-in-memory': {
    sentence:
      'A logout that could not reach Redis is answered pending and remembered in memory alone, until the process ends.',
    failure: 'H-13',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/pending-logout-completes', assertion: 'completes-by-itself', observed: '^200' }],
  },
  'api.blacklist.token-alone': {
    sentence: 'Report 3’s sketch: the blacklist holds the token that was shown, and no other token of its session.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'session/logout-beats-refresh', assertion: 'no-access-token-lives', observed: '^200 ' },
      {
        requirement: 'session/blacklist-lives-as-long-as-the-token',
        assertion: 'session-for-an-access-life',
        observed: '^no key',
      },
    ],
  },
  'api.blacklist.fixed-life': {
    sentence: 'Report 3’s sketch: the blacklist keeps each token for 30 minutes, whatever is left of its life.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/blacklist-lives-as-long-as-the-token',
        assertion: 'token-for-its-remaining-life',
        observed: '^1(79\\d|800) s',
      },
    ],
  },
  'api.blacklist.short-life': {
    sentence: 'The blacklist forgets a session after a minute, while its tokens live for thirty.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/blacklist-lives-as-long-as-the-token',
        assertion: 'session-for-an-access-life',
        observed: '^(59|60) s',
      },
    ],
  },
  'api.blacklist.raw-token': {
    sentence: 'Report 3’s sketch: the token itself stands in the key of the blacklist.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/blacklist-lives-as-long-as-the-token',
        assertion: 'no-token-in-a-key',
        observed: '^blacklist:',
      },
    ],
  },
  'api.session.no-regenerate': {
    sentence: 'A login goes on in the session that the client showed.',
    failure: 'L-20',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/login-opens-a-new-session',
        assertion: 'new-session-id',
        observed: '^the session that was shown',
      },
    ],
  },
  'api.audit.peer-address': {
    sentence: 'The audit log names the address of the connection, which is the proxy’s.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/logout-is-audited', assertion: 'address', observed: '^127\\.0\\.0\\.1' }],
  },
  'api.errors.undifferentiated-401': {
    sentence: 'Every refused token is called invalid: expired, logged out and missing cannot be told apart.',
    failure: 'L-22',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/refusals-are-told-apart',
        assertion: 'code-tells-cause',
        observed: '^401 token_invalid Invalid token for no token',
      },
    ],
  },
  'api.csrf.any-origin': {
    sentence: 'The api lets a page of any origin log somebody out by the cookie.',
    failure: 'L-11',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/foreign-page-cannot-log-out',
        assertion: 'foreign-refused',
        observed: '^200 .*/api/auth/',
      },
    ],
  },
  'web.csrf.any-origin': {
    sentence: 'The web tier lets a page of any origin log somebody out by the cookie.',
    failure: 'L-11',
    seams: [{ service: 'web' }],
    caughtBy: [
      {
        requirement: 'session/foreign-page-cannot-log-out',
        assertion: 'foreign-refused',
        observed: '^200 .* at /auth/',
      },
    ],
  },
  'web.logout.csrf-stale': {
    sentence: 'Logout at the web tier demands a CSRF token, and is refused where that did not load.',
    failure: 'L-11',
    seams: [{ service: 'web' }],
    caughtBy: [
      {
        requirement: 'session/foreign-page-cannot-log-out',
        assertion: 'own-page-needs-no-csrf-token',
        observed: '^403 .* at /auth/logout',
      },
      { requirement: 'session/logout-is-idempotent', assertion: 'answers-200', observed: '^403 .*at the web tier' },
    ],
  },
  'web.logout.fetch-failed-500': {
    sentence: 'Where the api cannot be reached the web tier answers a logout with 500.',
    failure: 'report 3',
    seams: [{ service: 'web' }],
    caughtBy: [{ requirement: 'session/logout-answers-in-outages', assertion: 'network-issues', observed: '^500 ' }],
  },
  'api.refresh.no-grace': {
    sentence: 'A refresh token that was rotated a moment ago is taken as stolen: two tabs sign everybody out.',
    failure: 'L-12',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'session/parallel-refreshes-get-one-successor', assertion: 'all-succeed', observed: '401' },
    ],
  },
  'api.refresh.nonatomic': {
    sentence: 'Rotation reads and then writes: refreshes at once fork one token into several that live.',
    failure: 'L-13',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'session/parallel-refreshes-get-one-successor', assertion: 'one-successor', observed: '^[2-8]$' },
    ],
  },
  'api.refresh.ignores-replay': {
    sentence: 'A stolen refresh token that comes again is refused, and the thief’s successor lives on.',
    failure: 'L-13',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/replay-ends-the-session', assertion: 'successor-refused', observed: '^200' }],
  },
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
  'chat.redis.replays-old-writes': {
    sentence:
      'Writes that failed in an outage are kept and written afterwards: the chat session of somebody logged out comes back.',
    failure: 'D-11',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'session/pending-logout-completes',
        assertion: 'nothing-comes-back',
        observed: '^chat_session:',
      },
    ],
  },
  'client.tabs.deaf': {
    sentence: 'A tab does not hear of what another tab does: it stays logged in after a logout.',
    failure: 'L-12',
    seams: [{ client: true }],
    caughtBy: [{ requirement: 'session/tabs-log-out-together', assertion: 'other-tab-out', observed: '^Documents' }],
  },
} as const satisfies Record<string, Defect>;
