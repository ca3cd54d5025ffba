import type { Requirement } from './requirement.ts';

/** What only shows when something happens on a connection between two services. */
export const hopRequirements = {
  'session/slow-redis-is-no-logout': {
    level: 'MUST',
    sentence:
      'While every answer of Redis takes 2 s, nobody valid is refused as anonymous: requests are slow or get 503 with a clear message, sockets are told to retry, the page keeps its session, and all of it heals by itself.',
    sources: ['D-05', 'L-16', 'L-18', 'L-22', 'W-02', 'DESIGN'],
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
  'proxy/wrong-internal-url': {
    level: 'MUST',
    sentence:
      'With an INTERNAL_URL that names a wrong host or port, the web tier answers within 2 s with a clear error, and a logout still clears the client and says that the session was not ended.',
    sources: ['report 1', 'H-13', 'L-16'],
    assertions: {
      'answers-in-time': 'logout and login are answered within 2 s',
      'tells-the-truth': 'the logout is answered 200 with revocation failed, and the session lives',
      'clears-cookie': 'the logout clears the refresh cookie',
      'clear-error': 'the login is answered 502 upstream_unreachable',
      'log-names-address': 'the web tier’s log names the address and why it was not reached',
    },
  },
  'proxy/misled-web-tier': {
    level: 'MUST',
    sentence:
      'When the way from the web tier to the api leads to something silent, to another service or back to the edge, a logout is answered within 2 s, clears the client and says that the session was not ended; a loop is told as one.',
    sources: ['report 1', 'H-12', 'H-13', 'S-04', 'RFC 9110 7.6.3'],
    assertions: {
      'answers-in-time': 'the logout is answered within 2 s',
      'tells-the-truth': 'the logout is answered 200 with revocation failed, and the session lives',
      'clears-cookie': 'the logout clears the refresh cookie',
      'loop-is-told': 'a login that comes back to the edge is answered 508 loop_detected',
    },
  },
  'proxy/all-survive-connection-field': {
    level: 'MUST',
    sentence:
      'A stream, a WebSocket and a logout work together on one edge, whatever Connection field is written into the requests on any one hop.',
    sources: ['report 1', 'H-01', 'H-09', 'F7'],
    assertions: {
      'stream-works': 'the stream is answered 200 and brings events',
      'websocket-works': 'the WebSocket is answered 101 and becomes ready',
      'logout-works': 'the logout is answered 200 with a complete revocation',
      'all-end': 'stream and WebSocket end within 2 s of the logout, the WebSocket with 1008',
    },
  },
  'proxy/large-response-head-passes': {
    level: 'MUST',
    sentence: 'An answer of any service with 100 KiB of header fields passes the edge whole.',
    sources: ['report 1', 'F9'],
    assertions: {
      'answered-200': 'the answer is 200',
      'all-there': 'the header field arrives with all of its bytes',
    },
  },
  'stream/query-token-without-header': {
    level: 'MUST',
    sentence:
      'Where something on the way strips Authorization, a stream is opened by ?token= alone, and by nothing else.',
    sources: ['report 2', 'S-05', 'S-06'],
    assertions: {
      'header-is-stripped': 'with a token in the header alone the stream is answered 401',
      'query-works': 'with the token in the query the stream is answered 200 and brings events',
    },
  },
  'stream/header-wins-over-query': {
    level: 'MUST',
    sentence: 'When a request for a stream has a token in its header and one in its query, the header decides.',
    sources: ['report 2', 'S-06', 'DESIGN', 'RFC 6750 2'],
    assertions: {
      'valid-header-opens': 'with a valid header the stream is answered 200 whatever the query says',
      'invalid-header-refuses': 'with an invalid header the stream is answered 401 whatever the query says',
    },
  },
} as const satisfies Record<`${string}/${string}`, Requirement>;
