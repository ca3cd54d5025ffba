import type { Requirement } from '../requirement.ts';

/** What the page promises about the session that it keeps. */
export const clientRequirements = {
  'client/back-shows-nothing-private': {
    level: 'MUST',
    sentence:
      'After a logout neither the back button nor an address shows what the session could see, and nothing private is left in a cache of the browser.',
    sources: ['L-09', 'RFC 9111 5.2.2.5'],
    assertions: {
      'shown-before': 'the private content is shown to the session',
      'gone-on-back': 'the back button leads to the login, without the private content',
      'gone-by-address': 'the address of the private page leads to the login',
      'not-stored': 'the page and each answer with private content say Cache-Control: no-store',
    },
  },
  'client/logout-is-never-a-no-op': {
    level: 'MUST',
    sentence:
      'Who clicks “Log out” is logged out in the page and told the truth, also when the token has expired and when the server fails or cannot be reached.',
    sources: ['L-11', 'H-13'],
    assertions: {
      'login-shown': 'the login page is shown',
      'says-the-truth': 'it says whether the server was told',
      'session-forgotten': 'the browser’s storage holds no session',
    },
  },
  'client/one-refresh-for-all': {
    level: 'MUST',
    sentence:
      'When the access token has expired, all calls of all tabs together refresh it once, and the web tier passes that refresh on once.',
    sources: ['L-15', 'L-12'],
    assertions: {
      'tabs-refresh-once': 'three tabs with two calls each send one refresh',
      'all-served': 'each tab shows its content, and is live',
      'web-tier-sends-once': 'a refresh through the web tier reaches the api once',
    },
  },
  'client/failed-refresh-is-no-logout': {
    level: 'MUST',
    sentence:
      'A refresh that gets 429, 502, 503, a reset or no answer keeps the session: the page says so and recovers without a login. Only a refusal ends it.',
    sources: ['L-16', 'L-18'],
    assertions: {
      'keeps-session': 'the browser’s storage still holds the session',
      'says-so': 'the page says that one is still logged in',
      recovers: 'once the refresh works again, so does the page, without a login',
      'refusal-ends': 'a refresh that is refused leads to the login, which says why',
    },
  },
  'client/no-refresh-storm': {
    level: 'MUST',
    sentence:
      'A refresh that is always refused is tried at most three times in a minute; one that always fails is tried ever more seldom.',
    sources: ['L-17'],
    assertions: {
      'refused-at-most-three': 'at most 3 refreshes in a minute when each is refused',
      'failing-backs-off':
        'at most 20 refreshes in a minute when each fails, and at most a third of them in its second half',
    },
  },
  'client/stray-401-is-no-logout': {
    level: 'MUST',
    sentence:
      'A single 401 or 403 that does not say that the session has ended, such as one of a proxy, ends no session.',
    sources: ['L-18'],
    assertions: {
      'keeps-session': 'the browser’s storage still holds the session',
      'no-logout-sent': 'the page sends no logout',
      recovers: 'a second attempt shows the content',
    },
  },
  'client/ended-session-asks-for-login': {
    level: 'MUST',
    sentence:
      'Who asks a question in a session that has ended meanwhile is shown the login within 2 s, and finds the question again after it.',
    sources: ['L-19', 'report 2'],
    assertions: {
      'login-within-2s': 'the login is shown within 2 s and says that the session has expired',
      'draft-kept': 'after the login the question stands where it was typed',
    },
  },
} as const satisfies Record<`client/${string}`, Requirement>;
