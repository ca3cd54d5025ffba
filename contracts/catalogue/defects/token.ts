import type { Defect } from '../defect.ts';

/** Defects of access tokens: how they are signed, judged and told apart. */
export const tokenDefects = {
  'api.jwt.any-alg': {
    sentence:
      'The api asks the token itself how it is signed: alg none, however it is written, is no signature at all.',
    failure: 'J-02',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'token/forged-is-refused', assertion: 'forged-refused', observed: '^let in for alg none at me' },
    ],
  },
  'chat.jwt.any-alg': {
    sentence: 'The chat takes a token of alg none, which the api refuses.',
    failure: 'J-02',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'token/forged-is-refused',
        assertion: 'forged-refused',
        observed: '^let in for alg none at a ticket',
      },
    ],
  },
  'api.jwt.no-aud-iss': {
    sentence: 'The api does not look at who issued a token and for whom: one of staging works in production.',
    failure: 'J-05',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'token/other-audience-is-refused',
        assertion: 'foreign-refused',
        observed: '^let in for another issuer',
      },
    ],
  },
  'api.jwt.exp-ms': {
    sentence: 'The api writes exp in milliseconds: its tokens end in some fifty thousand years.',
    failure: 'J-04',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'token/lifetime-is-in-seconds', assertion: 'half-an-hour', observed: '^1\\d{12} from' }],
  },
  'api.jwt.no-exp': {
    sentence: 'The api issues tokens without exp, and takes those for good.',
    failure: 'J-04',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'token/lifetime-is-in-seconds', assertion: 'half-an-hour', observed: '^none from' }],
  },
  'api.jwt.format-fragmented': {
    sentence: 'The api’s tokens say {sub, email} only, which the api understands and the chat refuses.',
    failure: 'J-09',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'token/one-shape-everywhere',
        assertion: 'issued-works',
        observed: '^401 token_invalid from register at a ticket',
      },
    ],
  },
  'api.jwt.any-shape': {
    sentence: 'The api takes whatever it once signed, whatever it says, and guesses the rest.',
    failure: 'J-09',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'token/one-shape-everywhere',
        assertion: 'others-refused',
        observed: '^(let in|[45]\\d\\d \\w+) for \\{sub\\} at',
      },
    ],
  },
  'api.jwt.type-confusion': {
    sentence: 'The api takes a refresh token where an access token belongs.',
    failure: 'J-06',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'token/kinds-are-not-exchanged',
        assertion: 'other-doors-stay-shut',
        observed: '^let in for the refresh token at me',
      },
    ],
  },
  'api.jwt.default-secret': {
    sentence: 'The api falls back to the secret of its template: whoever has read that can sign.',
    failure: 'J-01',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'token/known-secrets-open-nothing',
        assertion: 'forged-refused',
        observed: '^let in .*change-me-in-prod',
      },
    ],
  },
  'api.jwt.warns-of-weak-secret': {
    sentence: 'The api warns of a weak secret, and starts with it.',
    failure: 'J-01',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'token/weak-secret-stops-the-start',
        assertion: 'exits',
        observed: '^listens by the api with "change-me-in-production-use-long-random-string"',
      },
    ],
  },
  'chat.jwt.knows-one-placeholder': {
    sentence: 'The chat refuses the one placeholder of its own template, and starts with those of all others.',
    failure: 'J-01',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'token/weak-secret-stops-the-start',
        assertion: 'exits',
        observed: '^listens by the chat with "change-me"',
      },
    ],
  },
  'api.jwt.single-key': {
    sentence: 'The api knows its current secret alone: whoever is logged in when it changes is logged out.',
    failure: 'J-07',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'token/secret-rotates-unnoticed', assertion: 'previous-works', observed: '^401 at api' }],
  },
  'api.jwt.random-secret-per-process': {
    sentence: 'Each process of the api makes a signing secret of its own when it starts.',
    failure: 'J-07',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'token/secret-rotates-unnoticed', assertion: 'issued-works', observed: '^401 at api' }],
  },
  'api.tenant.from-cookie': {
    sentence: 'The api lets an unsigned cookie say whose documents a request is about.',
    failure: 'J-10',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'token/cookies-choose-nobody', assertion: 'own-data-only', observed: 'Not yours' }],
  },
} as const satisfies Record<string, Defect>;
