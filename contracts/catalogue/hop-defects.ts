import type { Defect } from './defect.ts';

/** Defects that show when something happens on a connection between two services. */
export const hopDefects = {
  'chat.outage.closes-1008': {
    sentence: 'The chat closes a socket that it cannot judge, because a store is away, as one with a bad token.',
    failure: 'W-02',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'session/slow-redis-is-no-logout', assertion: 'socket-told-to-retry', observed: '^1008' },
      {
        requirement: 'outage/redis-away',
        assertion: 'outage-is-no-refusal',
        observed: '^1008 to WebSocket start with valid token, Redis stopped',
      },
      {
        requirement: 'outage/postgres-away',
        assertion: 'outage-is-no-refusal',
        observed: '^1008 to WebSocket start with valid token, Postgres stopped',
      },
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
      {
        requirement: 'account/limits-follow-the-client',
        assertion: 'address-limited',
        observed: '^401 x 13$',
      },
    ],
  },
  'web.bff.mask-backend-error': {
    sentence: 'The web tier says that a session was ended although the api could not be reached, or refused.',
    failure: 'H-13',
    seams: [{ service: 'web' }],
    caughtBy: [
      {
        requirement: 'proxy/wrong-internal-url',
        assertion: 'tells-the-truth',
        observed: '^200 complete, the session lives',
      },
      {
        requirement: 'session/web-tier-tells-the-truth',
        assertion: 'tells-the-truth',
        observed: '^200 complete, the session lives',
      },
    ],
  },
  'web.bff.no-deadline': {
    sentence: 'The web tier waits for the api for as long as it takes.',
    failure: 'S-04',
    seams: [{ service: 'web' }],
    caughtBy: [
      {
        requirement: 'proxy/misled-web-tier',
        assertion: 'answers-in-time',
        observed: '^no answer within 2000 ms to a logout that leads to silence',
      },
    ],
  },
  'web.bff.drops-via': {
    sentence: 'The web tier does not say which way a request came, so that nobody can see it go in a circle.',
    failure: 'H-12',
    seams: [{ service: 'web' }],
    caughtBy: [
      {
        requirement: 'proxy/misled-web-tier',
        assertion: 'tells-the-truth',
        observed: '^200 complete, .* to a logout that leads back to the edge',
      },
    ],
  },
  'edge.connection.empty-always': {
    sentence: 'The remedy of report 1: Connection is emptied on every request, and no WebSocket can be opened.',
    failure: 'H-09',
    seams: [{ edgeProfile: 'connection-empty-always' }],
    caughtBy: [
      {
        requirement: 'proxy/all-survive-connection-field',
        assertion: 'websocket-works',
        observed: '^(200|4\\d\\d), not ready',
      },
      {
        requirement: 'websocket/upgrade-passes-the-edge',
        assertion: 'answered-101',
        observed: '^(200|4\\d\\d), not ready',
      },
    ],
  },
  'edge.head.small-buffer': {
    sentence: 'The edge has room for 4 KiB of header fields: a larger answer becomes 502.',
    failure: 'F9',
    seams: [{ edgeProfile: 'small-header-buffer' }],
    caughtBy: [{ requirement: 'proxy/large-response-head-passes', assertion: 'answered-200', observed: '^502' }],
  },
  'api.credentials.header-only': {
    sentence: 'The api takes a token from the header alone: behind a proxy that strips it every stream is refused.',
    failure: 'S-05',
    seams: [{ service: 'api' }],
    caughtBy: [
      { requirement: 'stream/query-token-without-header', assertion: 'query-works', observed: '^401' },
      { requirement: 'journey/sanity-checklist', assertion: 'query-token', observed: '^401' },
    ],
  },
  'api.credentials.query-wins': {
    sentence: 'The api prefers the token in the query, so that a link can put somebody into another session.',
    failure: 'S-06',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'stream/header-wins-over-query',
        assertion: 'valid-header-opens',
        observed: '^401 for a valid header and an invalid query',
      },
    ],
  },
} as const satisfies Record<string, Defect>;
