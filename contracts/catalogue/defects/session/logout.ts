import type { Defect } from '../../defect.ts';

/** Defects of the logout itself: what it answers, to whom, and what it leaves in the audit log. */
export const logoutDefects = {
  'api.logout.requires-auth': {
    sentence: 'Logout demands a valid access token: 401 without one.',
    failure: 'L-01',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/logout-is-idempotent', assertion: 'answers-200', observed: '^401 ' }],
    breaksMuch: 'Most checks of a logout also send one without a token, or one after another.',
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
    breaksMuch: 'Every check that reads what a logout has done, or how it is answered, finds nothing to read.',
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
  'api.audit.peer-address': {
    sentence: 'The audit log names the address of the connection, which is the proxy’s.',
    failure: 'report 3',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/logout-is-audited', assertion: 'address', observed: '^127\\.0\\.0\\.1' }],
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
    breaksMuch: 'Whatever logs out through the web tier is refused.',
  },
  'web.logout.fetch-failed-500': {
    sentence: 'Where the api cannot be reached the web tier answers a logout with 500.',
    failure: 'report 3',
    seams: [{ service: 'web' }],
    caughtBy: [{ requirement: 'session/logout-answers-in-outages', assertion: 'network-issues', observed: '^500 ' }],
  },
} as const satisfies Record<string, Defect>;
