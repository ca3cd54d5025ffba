import type { Requirement } from '../requirement.ts';

/** What the edge and the web tier do to what passes them. */
export const proxyRequirements = {
  'proxy/body-framing-is-no-matter': {
    level: 'MUST',
    sentence:
      'Login and logout through the web tier work however the client frames its body: by Content-Length, chunked, or announced with Expect: 100-continue.',
    sources: ['H-02', 'H-03', 'H-05', 'RFC 9110 10.1.1', 'RFC 9112 6'],
    assertions: {
      'login-works': 'each login is answered 200',
      'logout-works': 'each logout with a body is answered 200 and complete',
      'session-dead': 'the token gets 401 afterwards',
    },
  },
  'proxy/cookies-pass-line-by-line': {
    level: 'MUST',
    sentence: 'Each Set-Cookie line of the api reaches the client as a line of its own, byte for byte.',
    sources: ['H-07', 'RFC 9110 5.3'],
    assertions: {
      'own-line': 'the line of the refresh cookie is there once, and nothing else is in it',
      'other-lines': 'the other lines are as they were set',
    },
  },
  'proxy/cookie-leaves-the-web-tier': {
    level: 'MUST',
    sentence: 'What the api does to the refresh cookie happens in the browser, too, when the web tier asks for it.',
    sources: ['H-08'],
    assertions: {
      'login-sets': 'after a login the browser holds a refresh token',
      'refresh-replaces': 'after a refresh it holds another one',
      'logout-clears': 'after a logout it holds none',
    },
  },
  'proxy/http2-stream-is-well-formed': {
    level: 'MUST',
    sentence: 'Over HTTP/2 no answer has a connection-specific field, and a strict client reads a stream to its end.',
    sources: ['H-10', 'RFC 9113 8.2.2'],
    assertions: {
      'strict-client-reads-it': 'a client that refuses malformed messages reads each answer to its end',
      'no-connection-field': 'no answer says Connection, Proxy-Connection, Keep-Alive, Transfer-Encoding or Upgrade',
      'stream-completes': 'the stream ends with its done event',
    },
  },
  'proxy/each-path-reaches-its-service': {
    level: 'MUST',
    sentence:
      'Every path of the contract is answered by the service that it belongs to, under the path that service knows, and never with HTML where JSON is due.',
    sources: ['report 1', 'report 4', 'H-12'],
    assertions: {
      status: 'each answer has the status of its service',
      'content-type': 'each answer is JSON, but for the page',
      'reaches-its-service': 'the request arrives once, at its service, with the right path',
    },
  },
  'proxy/refused-body-gets-its-answer': {
    level: 'MUST',
    sentence:
      'Who sends a body that is refused before it is read, because it is too large, comes without a token or goes nowhere, gets that answer through the edge, and never a 502 or a reset.',
    sources: ['RFC 9112 9.6'],
    assertions: { 'own-answer': 'each refusal comes with the status and the code of the service that refused' },
  },
} as const satisfies Record<string, Requirement>;
