import type { Defect } from '../defect.ts';

/** Defects of the edge and of the web tier's forwarding. */
export const proxyDefects = {
  'web.bff.forwards-transfer-encoding': {
    sentence: 'The web tier copies Transfer-Encoding into its own request, whose body it has read and frames itself.',
    failure: 'H-02',
    seams: [{ service: 'web' }],
    caughtBy: [
      {
        requirement: 'proxy/body-framing-is-no-matter',
        assertion: 'login-works',
        observed: '^502 with Transfer-Encoding: chunked to the web tier',
        log: { service: 'web', line: 'invalid transfer-encoding header' },
      },
    ],
  },
  'web.bff.forwards-content-length': {
    sentence: 'The web tier writes a JSON body anew and copies the Content-Length of the old one.',
    failure: 'H-03',
    seams: [{ service: 'web' }],
    caughtBy: [
      {
        requirement: 'proxy/body-framing-is-no-matter',
        assertion: 'login-works',
        observed: '^502 with Content-Length to the web tier',
        log: { service: 'web', line: 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH' },
      },
    ],
  },
  'web.bff.forwards-expect': {
    sentence: 'The web tier copies Expect, which its client library does not support.',
    failure: 'H-05',
    seams: [{ service: 'web' }],
    caughtBy: [
      {
        requirement: 'proxy/body-framing-is-no-matter',
        assertion: 'login-works',
        observed: '^502 with Expect: 100-continue to the web tier',
        log: { service: 'web', line: 'expect header not supported' },
      },
    ],
  },
  'web.bff.merge-set-cookie': {
    sentence: 'The web tier reads Set-Cookie as one field, in which the lines are joined with commas.',
    failure: 'H-07',
    seams: [{ service: 'web' }],
    caughtBy: [
      { requirement: 'proxy/cookies-pass-line-by-line', assertion: 'own-line', observed: '^0 of a login, in 1 lines' },
    ],
  },
  'web.bff.drop-set-cookie': {
    sentence: 'The web tier keeps the api’s Set-Cookie to itself.',
    failure: 'H-08',
    seams: [{ service: 'web' }],
    caughtBy: [{ requirement: 'proxy/cookie-leaves-the-web-tier', assertion: 'login-sets', observed: '^none' }],
  },
  'edge.stream.connection-header': {
    sentence: 'The edge adds Connection: keep-alive to streams, as recipes say, over HTTP/2 too.',
    failure: 'H-10',
    seams: [{ edgeProfile: 'stream-keep-alive' }],
    caughtBy: [
      {
        requirement: 'proxy/http2-stream-is-well-formed',
        assertion: 'strict-client-reads-it',
        observed: '.+ \\(a stream\\)',
      },
    ],
  },
  'edge.route.wrong-service': {
    sentence: 'The edge sends all of /api/ to the api, the chat’s paths too.',
    failure: 'H-12',
    seams: [{ edgeProfile: 'chat-to-api' }],
    caughtBy: [
      {
        requirement: 'proxy/each-path-reaches-its-service',
        assertion: 'status',
        observed: '^404 to POST /api/v1/chat/tickets',
      },
    ],
  },
  'edge.route.prefix-kept': {
    sentence: 'The edge passes the chat’s paths on with the prefix that the chat does not know.',
    failure: 'H-12',
    seams: [{ edgeProfile: 'chat-prefix-kept' }],
    caughtBy: [
      {
        requirement: 'proxy/each-path-reaches-its-service',
        assertion: 'status',
        observed: '^404 to POST /api/v1/chat/tickets',
      },
    ],
  },
  'api.body.left-unread': {
    sentence: 'The api answers and closes before it has read the body: the connection is reset, and the edge says 502.',
    failure: 'RFC 9112 9.6',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'proxy/refused-body-gets-its-answer',
        assertion: 'own-answer',
        observed: '^502 upstream_unreachable to attempt',
      },
    ],
  },
} as const satisfies Record<string, Defect>;
