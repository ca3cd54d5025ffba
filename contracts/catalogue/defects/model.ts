import type { Defect } from '../defect.ts';

/** Defects of sessions that show only when several things are done one after another, or at once. */
export const modelDefects = {
  'api.refresh.gives-the-old-token': {
    sentence:
      'A refresh rotates the token and hands out the old one again: after its grace time the client looks like a thief.',
    failure: 'L-12',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/agrees-with-its-model',
        assertion: 'answers-agree',
        observed: '^200 \\w+ in session \\d, refresh token \\d of session \\d to (the )?refresh',
      },
    ],
  },
  'api.logout.ignores-the-cookie': {
    sentence: 'Logout ends what the access token names; who shows the refresh cookie alone stays logged in.',
    failure: 'L-04',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/agrees-with-its-model',
        assertion: 'answers-agree',
        observed: '^200 \\w+ in session \\d, (a new )?refresh token .*to (the )?refresh',
      },
    ],
  },
  'api.logout.expired-ends-nothing': {
    sentence: 'Logout with an expired access token says success and ends nothing.',
    failure: 'L-03',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/agrees-with-its-model',
        assertion: 'answers-agree',
        observed: '^200 \\w+ in session \\d, a new refresh token to (the )?refresh',
      },
    ],
  },
  'api.refresh.revives-the-session': {
    sentence:
      'A refresh reads the session, and writes it back after a logout has ended it: who refreshes meanwhile is logged in again.',
    failure: 'L-03',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'session/logout-beats-refresh',
        assertion: 'no-access-token-lives',
        observed: '^200 with both at once',
      },
    ],
  },
} as const satisfies Record<string, Defect>;
