import type { Defect } from '../defect.ts';

/** Defects of the page’s session. */
export const clientDefects = {
  'web.cache.no-no-store': {
    sentence: 'The web tier lets the page be kept by caches.',
    failure: 'L-09',
    seams: [{ service: 'web' }],
    caughtBy: [
      { requirement: 'client/back-shows-nothing-private', assertion: 'not-stored', observed: '^private, max-age=600' },
    ],
  },
  'client.back.shows-what-was-loaded': {
    sentence:
      'Who goes back after a logout is shown what the page has kept, because only the first look asks who it is.',
    failure: 'L-09',
    seams: [{ client: true }],
    caughtBy: [
      {
        requirement: 'client/back-shows-nothing-private',
        assertion: 'gone-on-back',
        observed: '^the private title at /app',
      },
    ],
  },
  'client.refresh.no-backoff': {
    sentence: 'A refresh that fails is tried again every second, however long it has been failing.',
    failure: 'L-17',
    seams: [{ client: true }],
    caughtBy: [
      {
        requirement: 'client/no-refresh-storm',
        assertion: 'failing-backs-off',
        observed: '^[1-9]\\d refreshes in 60 s, [1-9]\\d? in its second half',
      },
    ],
  },
  'client.logout.csrf-stale': {
    sentence: 'The page fetches a CSRF token before it logs out, and does nothing when that fails.',
    failure: 'L-11',
    seams: [{ client: true }],
    caughtBy: [{ requirement: 'client/logout-is-never-a-no-op', assertion: 'login-shown', observed: '^no login' }],
  },
  'client.refresh.each-for-itself': {
    sentence: 'Every call that meets an expired token refreshes it for itself.',
    failure: 'L-15',
    seams: [{ client: true }],
    caughtBy: [
      { requirement: 'client/one-refresh-for-all', assertion: 'tabs-refresh-once', observed: '^[2-9] refreshes' },
    ],
  },
  'web.refresh.double': {
    sentence: 'The web tier refreshes in its middleware and once more in its route.',
    failure: 'L-15',
    seams: [{ service: 'web' }],
    caughtBy: [
      { requirement: 'client/one-refresh-for-all', assertion: 'web-tier-sends-once', observed: '^2 requests' },
    ],
  },
  'client.refresh.any-error-logs-out': {
    sentence: 'Whatever a refresh is answered but 200 ends the session.',
    failure: 'L-16',
    seams: [{ client: true }],
    caughtBy: [
      { requirement: 'client/failed-refresh-is-no-logout', assertion: 'keeps-session', observed: '^no session .* 429' },
    ],
  },
  'client.refresh.loop': {
    sentence: 'A refresh that is refused is tried again at once, for ever.',
    failure: 'L-17',
    seams: [{ client: true }],
    caughtBy: [
      { requirement: 'client/no-refresh-storm', assertion: 'refused-at-most-three', observed: '^([4-9]|\\d\\d+) ' },
    ],
  },
  'client.auth.single-401-kills': {
    sentence: 'Any 401 or 403 ends the session.',
    failure: 'L-18',
    seams: [{ client: true }],
    caughtBy: [{ requirement: 'client/stray-401-is-no-logout', assertion: 'keeps-session', observed: '^no session' }],
  },
  'client.auth.swallow-401': {
    sentence: 'A 401 is shown as an error like any other, and nobody is asked to log in.',
    failure: 'L-19',
    seams: [{ client: true }],
    caughtBy: [
      { requirement: 'client/ended-session-asks-for-login', assertion: 'login-within-2s', observed: '^no login' },
    ],
  },
} as const satisfies Record<string, Defect>;
