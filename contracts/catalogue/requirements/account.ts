import type { Requirement } from '../requirement.ts';

/** Signing up and logging in. */
export const accountRequirements = {
  'account/one-account-an-email': {
    level: 'MUST',
    sentence:
      'Of ten sign-ups with one email that start together, within 5 ms on an idle machine, exactly one is answered 201 and nine 409 "Email already registered"; there is one account then.',
    sources: ['report 2', 'A-01'],
    assertions: {
      'no-5xx': 'no sign-up is answered with a status of 500 or more',
      'one-201': 'one sign-up is answered 201, nine 409',
      'says-why': 'each 409 says "Email already registered"',
      'one-row': 'the database has one user with that email',
    },
  },
  'account/sign-up-tells-what-failed': {
    level: 'MUST',
    sentence:
      'A sign-up is answered 201, 409 "Email already registered", 503 with a clear message when the database cannot serve now, and for every other error of the database with a JSON 500 that tells nothing of the database.',
    sources: ['report 2', 'A-02'],
    assertions: {
      created: 'a new email is answered 201',
      duplicate: 'a taken email is answered 409 "Email already registered"',
      unavailable: 'a database that cannot serve now is answered 503 with what to do, and Retry-After',
      'safe-500': 'every other error is answered 500 "Internal error" as JSON, and nothing else stands there',
    },
  },
  'account/login-answers-alike': {
    level: 'MUST',
    sentence:
      'A failed login gets the same answer, byte for byte, whether the account exists or not, also when it has become too much.',
    sources: ['A-05'],
    assertions: {
      'same-refusal': 'a wrong password and an unknown account get the same status, fields and body',
      'same-limit': 'the failure beyond the limit, and a further try, get the same answer for both, 429',
    },
  },
  'account/login-takes-alike': {
    level: 'MUST',
    sentence:
      'The time of a failed login does not tell whether the account exists: of 200 interleaved samples each, the AUC (the share of pairs in which the known account took longer) is between 0.4 and 0.6. A true AUC of 0.65 passes in fewer than 5 % of runs, and equal distributions fail in fewer than 0.5 %; which difference in milliseconds has that AUC on this machine is told with each run.',
    sources: ['A-04'],
    assertions: { inseparable: 'the AUC of known against unknown accounts is above 0.4 and below 0.6' },
  },
  'account/limits-follow-the-client': {
    level: 'MUST',
    sentence:
      'Failed logins are limited by the client’s address as the edge sees it and by account: no claimed X-Forwarded-For gets round the one, no number of addresses round the other, and nobody else’s failures lock a client out.',
    sources: ['A-06', 'A-07', 'report 3'],
    assertions: {
      'address-limited':
        'failures of one address beyond the limit get 429, whatever X-Forwarded-For and account they name',
      'says-when': 'each 429 says in Retry-After when to come back',
      'others-unaffected': 'another client, of another IPv4 or IPv6 address, logs in meanwhile',
      'account-limited': 'failures of one account from many addresses get 429 beyond the limit, the right password too',
    },
  },
  'account/old-passwords-log-in': {
    level: 'MUST',
    sentence:
      'Who signed up under older rules, with a password that today’s refuse and a cheaper hash, still logs in with it.',
    sources: ['A-08'],
    assertions: {
      'policy-holds': 'a sign-up with such a password is answered 400',
      'logs-in': 'the login with it is answered 200',
      'password-counts': 'the login with another one is answered 401',
    },
  },
} as const satisfies Record<`account/${string}`, Requirement>;
