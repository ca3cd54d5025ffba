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
  'edge.forwarding.defaults': {
    sentence: 'The edge tells nothing of the client: Host is the name of the upstream, as nginx has it by itself.',
    failure: 'F9',
    seams: [{ edgeProfile: 'forwarding-defaults' }],
    caughtBy: [
      { requirement: 'proxy/client-is-told-to-the-api', assertion: 'host', observed: '^api\\S* on edge->api' },
    ],
  },
  'edge.forwarding.client-claimed': {
    sentence: 'The edge passes on whatever address the client claims, so that limits and audit follow its word.',
    failure: 'A-06',
    seams: [{ edgeProfile: 'client-address-claimed' }],
    caughtBy: [
      {
        requirement: 'proxy/client-is-told-to-the-api',
        assertion: 'real-address',
        observed: '^203\\.0\\.113\\.7 on edge->api',
      },
    ],
  },
} as const satisfies Record<string, Defect>;
