import type { Defect } from './defect.ts';

/** Defects that show when something happens on a connection between two services. */
export const hopDefects = {
  'chat.outage.closes-1008': {
    sentence: 'The chat closes a socket that it cannot judge, because a store is away, as one with a bad token.',
    failure: 'W-02',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'session/slow-redis-is-no-logout', assertion: 'socket-told-to-retry', observed: '^1008' },
    ],
  },
  'client.refusal.outage-ends-session': {
    sentence: 'The page takes any refusal of the api for the end of the session, a 503 too.',
    failure: 'L-18',
    seams: [{ client: true }],
    caughtBy: [
      {
        requirement: 'session/slow-redis-is-no-logout',
        assertion: 'page-keeps-session',
        observed: '^Session expired, please log in again',
      },
    ],
  },
} as const satisfies Record<string, Defect>;
