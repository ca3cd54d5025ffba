import type { Requirement } from '../requirement.ts';

/** What an access token is, and what it is not, at every door and from every issuer. */
export const tokenRequirements = {
  'token/forged-is-refused': {
    level: 'MUST',
    sentence:
      'A token that the system did not sign as it signs, with its algorithm and a key it knows, is refused on HTTP, SSE and WebSocket.',
    sources: ['J-02', 'RFC 8725 3.1', 'CVE-2022-23540'],
    assertions: {
      'genuine-works': 'the token itself is let in at every door',
      'forged-refused': 'each forged one gets 401, or is closed with 1008 "Invalid token"',
    },
  },
  'token/other-audience-is-refused': {
    level: 'MUST',
    sentence: 'A token of another issuer, or for another audience, is refused although its signature is right.',
    sources: ['J-05', 'RFC 8725 3.8', 'RFC 8725 3.9'],
    assertions: {
      'own-works': 'the same token by this issuer for this audience is let in',
      'foreign-refused': 'another or missing iss or aud gets 401, or is closed with 1008 "Invalid token"',
    },
  },
  'token/lifetime-is-in-seconds': {
    level: 'MUST',
    sentence:
      'Every issued token says in seconds when it was issued and that it ends half an hour later, and then it ends.',
    sources: ['J-04', 'RFC 7519 2'],
    assertions: {
      'issued-now': 'iat is now, in seconds',
      'half-an-hour': 'exp is there, and iat + 1800',
      told: 'the answer says expiresIn 1800',
      'ends-on-time': 'a second after its exp a token gets 401 token_expired',
    },
  },
  'token/one-shape-everywhere': {
    level: 'MUST',
    sentence:
      'A token of any issuer (register, login, refresh, the web tier) is let in at every door (HTTP, SSE, WebSocket; by header, query and ticket), and any other shape is refused at all of them alike.',
    sources: ['report 4', 'J-09'],
    assertions: {
      'issued-works': 'each issuer’s token is let in at each door',
      'others-refused':
        '{sub}, {sub, email} and {sub, id, role, session_id} get 401, or are closed with 1008 "Invalid token", never 403 or 500',
    },
  },
  'token/kinds-are-not-exchanged': {
    level: 'MUST',
    sentence: 'An access token, a refresh token and a ticket each open their own door and no other.',
    sources: ['J-06', 'RFC 8725 3.12'],
    assertions: {
      'own-door-opens': 'each kind is let in at its own doors',
      'other-doors-stay-shut': 'each kind gets 401, or 1008, at every other door',
    },
  },
  'token/known-secrets-open-nothing': {
    level: 'MUST',
    sentence: 'A token that is signed with a secret from a template or a tutorial is refused at every door.',
    sources: ['report 2', 'J-01'],
    assertions: { 'forged-refused': 'each such token gets 401, or is closed with 1008 "Invalid token"' },
  },
  'token/weak-secret-stops-the-start': {
    level: 'MUST',
    sentence:
      'Neither the api nor the chat starts with a JWT_SECRET that is missing, empty, shorter than 32 bytes or known from a template, nor with such a previous one: the process exits and says why.',
    sources: ['report 2', 'J-01'],
    assertions: {
      exits: 'the process exits with status 2',
      'says-why': 'it says “Failed to start”, which setting it is and what is wrong with it',
      'strong-starts': 'with a secret that nothing is wrong with it listens',
    },
  },
  'token/secret-rotates-unnoticed': {
    level: 'MUST',
    sentence:
      'While the signing secret is rotated, what the previous one signed is still let in, by every replica and by a restarted one; what an older one signed is refused.',
    sources: ['report 2', 'J-07'],
    assertions: {
      'issued-works': 'a token issued now is let in',
      'previous-works': 'a token of the previous secret is let in',
      'retired-refused': 'a token of a retired secret is refused',
    },
  },
  'token/cookies-choose-nobody': {
    level: 'MUST',
    sentence: 'Whom a request acts for is said by its token alone: no cookie makes it another user’s or an admin’s.',
    sources: ['J-10'],
    assertions: {
      'stays-oneself': 'the bearer is who the token says, with that role',
      'own-data-only': 'the list holds the bearer’s documents alone',
      'others-are-not-found': 'another user’s document is answered 404',
    },
  },
} as const satisfies Record<string, Requirement>;
