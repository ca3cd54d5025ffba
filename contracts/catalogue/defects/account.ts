import type { Defect } from '../defect.ts';

/** Defects of signing up and logging in. */
export const accountDefects = {
  'api.signup.check-then-insert': {
    sentence: 'A sign-up looks whether the email is taken and inserts later: who loses the race gets 500.',
    failure: 'A-01',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'account/one-account-an-email', assertion: 'no-5xx', observed: '^[2-9] x 500' }],
  },
  'api.signup.leaks-database-error': {
    sentence: 'A sign-up that the database refuses is answered with the database’s own words.',
    failure: 'report 2',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'account/sign-up-tells-what-failed',
        assertion: 'safe-500',
        observed: 'new row of relation users.* for SQLSTATE ',
      },
    ],
  },
  'api.signup.duplicate-500': {
    sentence: 'A sign-up with a taken email is answered 500.',
    failure: 'report 2',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'account/sign-up-tells-what-failed', assertion: 'duplicate', observed: '^\\[500,"Internal error' },
      {
        requirement: 'journey/sanity-checklist',
        assertion: 'register',
        observed: '^500, Cannot reach the server.* at /register',
      },
    ],
  },
  'api.login.distinct-messages': {
    sentence: 'A login says "No such account" where there is none.',
    failure: 'A-05',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'account/login-answers-alike', assertion: 'same-refusal', observed: 'No such account' }],
  },
  'api.login.limits-known-only': {
    sentence: 'Only failures of accounts that exist are counted, so that the limit tells which ones do.',
    failure: 'A-05',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'account/login-answers-alike', assertion: 'same-limit', observed: '^429 .*, 401 ' }],
  },
  'api.login.skips-hash-for-unknown': {
    sentence: 'The password of an account that does not exist is not hashed: its refusal comes early.',
    failure: 'A-04',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'account/login-takes-alike', assertion: 'inseparable', observed: '^AUC (1\\.0|0\\.[7-9])' },
    ],
  },
  'api.ratelimit.leftmost-forwarded-for': {
    sentence: 'The client’s address is the left end of X-Forwarded-For, which the client writes.',
    failure: 'A-06',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'account/limits-follow-the-client', assertion: 'address-limited', observed: '^401 x 13$' },
    ],
  },
  'api.ratelimit.peer-address': {
    sentence: 'The client’s address is that of the connection, so the edge’s: everybody shares one limit.',
    failure: 'A-07',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'account/limits-follow-the-client', assertion: 'others-unaffected', observed: '^429' }],
  },
  'api.ratelimit.no-account-limit': {
    sentence: 'Failures are counted by address alone: from many addresses one account is guessed at for ever.',
    failure: 'A-06',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'account/limits-follow-the-client', assertion: 'account-limited', observed: '^401 x 7, 200 x 1' },
    ],
  },
  'api.login.enforces-policy': {
    sentence: 'A login applies the rules for new passwords: who has an old one is locked out.',
    failure: 'A-08',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'account/old-passwords-log-in', assertion: 'logs-in', observed: '^400' }],
  },
  'api.login.assumes-current-cost': {
    sentence: 'A stored hash is judged by today’s cost, not its own: raising the cost locks everybody out.',
    failure: 'A-08',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'account/old-passwords-log-in', assertion: 'logs-in', observed: '^401' }],
  },
} as const satisfies Record<string, Defect>;
