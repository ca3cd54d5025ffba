import type { Defect } from '../../defect.ts';

/** Defects of what a logout leaves behind: revocations, the blacklist, sessions that come back. */
export const revocationDefects = {
  'api.logout.no-revoke': {
    sentence: 'Logout says success and leaves the session alive.',
    failure: 'L-03',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'session/logout-revokes', assertion: 'http-refuses', observed: '^200' },
      { requirement: 'session/logout-edge-cases', assertion: 'valid-token', observed: '^200 .*, then 200' },
      {
        requirement: 'session/agrees-with-its-model',
        assertion: 'ended-stays-ended',
        observed: '^200 anna in session 1 to me',
      },
    ],
    breaksMuch: 'Whatever looks at what a logout has ended finds it alive.',
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
    breaksMuch: 'Whatever looks right after a logout at what it has ended comes too early.',
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
    caughtBy: [
      { requirement: 'session/logout-revokes', assertion: 'other-session-refreshes', observed: '^401' },
      {
        requirement: 'session/agrees-with-its-model',
        assertion: 'living-goes-on',
        observed: '^401 refresh_invalid to refresh',
      },
    ],
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
      {
        requirement: 'session/agrees-with-its-model',
        assertion: 'answers-agree',
        observed: '^200 anna in session 1 to me',
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
} as const satisfies Record<string, Defect>;
