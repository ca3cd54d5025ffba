import type { Requirement } from './requirement.ts';

/** What only shows when something happens on a connection between two services. */
export const hopRequirements = {
  'session/slow-redis-is-no-logout': {
    level: 'MUST',
    sentence:
      'While every answer of Redis takes 2 s, nobody valid is refused as anonymous: requests are slow or get 503 with a clear message, sockets are told to retry, the page keeps its session, and all of it heals by itself.',
    sources: ['D-05', 'L-16', 'L-18', 'W-02', 'DESIGN'],
    assertions: {
      'never-refused':
        'each request of a valid session is answered 200, or 503 with the code and message of a store that is away',
      'socket-told-to-retry': 'a WebSocket is served, or closed with 1013',
      'page-keeps-session': 'the reloaded page shows the documents, not the login',
      'works-again': 'each request is answered 200 within 5 s of the end of the latency',
    },
  },
  'proxy/client-is-told-to-the-api': {
    level: 'MUST',
    sentence:
      'Host, X-Real-IP, X-Forwarded-For, X-Forwarded-Proto and Content-Type reach the api as the edge saw them, over plain HTTP and TLS; what a client claims of itself is only ever the left end of X-Forwarded-For.',
    sources: ['report 1', 'A-06', 'F9'],
    assertions: {
      'request-arrives': 'the request reaches the api',
      host: 'Host is what the client asked for',
      'real-address': 'X-Real-IP is the address of the connection to the edge',
      'forwarded-for': 'X-Forwarded-For is what the client sent, and behind it the address of its connection',
      'forwarded-proto': 'X-Forwarded-Proto is the scheme of the connection to the edge',
      'content-type': 'Content-Type is what the client sent',
    },
  },
} as const satisfies Record<`${string}/${string}`, Requirement>;
