import type { Defect } from '../../defect.ts';

/** Defects of opening, refreshing and telling sessions apart. */
export const refreshDefects = {
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
      {
        requirement: 'session/agrees-with-its-model',
        assertion: 'answers-agree',
        observed: '^200 \\w+ in session \\d, a new refresh token to login',
      },
    ],
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
  'api.refresh.no-grace': {
    sentence: 'A refresh token that was rotated a moment ago is taken as stolen: two tabs sign everybody out.',
    failure: 'L-12',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'session/parallel-refreshes-get-one-successor', assertion: 'all-succeed', observed: '401' },
      {
        requirement: 'session/agrees-with-its-model',
        assertion: 'answers-agree',
        observed: '^401 refresh_invalid to (the )?refresh',
      },
    ],
  },
  'api.refresh.nonatomic': {
    sentence: 'Rotation reads and then writes: refreshes at once fork one token into several that live.',
    failure: 'L-13',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'session/parallel-refreshes-get-one-successor', assertion: 'one-successor', observed: '^[2-8]$' },
      {
        requirement: 'session/agrees-with-its-model',
        assertion: 'answers-agree',
        observed: '^200 anna in a new session, a new refresh token to (the )?refresh',
      },
    ],
  },
  'api.refresh.ignores-replay': {
    sentence: 'A stolen refresh token that comes again is refused, and the thief’s successor lives on.',
    failure: 'L-13',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'session/replay-ends-the-session', assertion: 'successor-refused', observed: '^200' }],
  },
  'client.tabs.deaf': {
    sentence: 'A tab does not hear of what another tab does: it stays logged in after a logout.',
    failure: 'L-12',
    seams: [{ client: true }],
    caughtBy: [{ requirement: 'session/tabs-log-out-together', assertion: 'other-tab-out', observed: '^Documents' }],
  },
} as const satisfies Record<string, Defect>;
