import type { Requirement } from '../requirement.ts';

/** What a page of another origin may do here, and what it learns when it may not. */
export const corsRequirements = {
  'cors/exact-origin': {
    level: 'MUST',
    sentence:
      'Only a page of an origin that CORS_ORIGIN names may read answers, with credentials; to any other one no origin is named, neither its own nor *.',
    sources: ['report 2', 'C-01', 'RFC 6454 5'],
    assertions: {
      'own-origin-named': 'an allowed origin is named exactly, with credentials, and Vary says Origin',
      'foreign-origin-unnamed': 'no other origin finds itself, or *, in Access-Control-Allow-Origin',
    },
  },
  'cors/errors-can-be-read': {
    level: 'MUST',
    sentence:
      'A page of an allowed origin can read every answer, whoever gives it: a success, each refusal of the api and the chat, and the edge’s own errors.',
    sources: ['report 2', 'C-02'],
    assertions: {
      provoked: 'each kind of answer comes with the status it was provoked for',
      readable: 'each answer names the origin, allows credentials, and varies by Origin',
    },
  },
  'cors/preflight-needs-no-credentials': {
    level: 'MUST',
    sentence:
      'A preflight is answered with 2xx and what it asked for, without any credential, on every route, and does nothing else.',
    sources: ['report 2', 'C-03', 'Fetch 4.8'],
    assertions: {
      'answered-2xx': 'each preflight is answered 2xx',
      'allows-the-request': 'it names the origin, the method, Authorization and Content-Type, and allows credentials',
      'does-nothing': 'nothing was made by a preflight with a body and a token',
    },
  },
  'cors/websocket-asks-the-origin': {
    level: 'MUST',
    sentence:
      'A WebSocket, which no CORS rule protects, is served to pages of allowed origins alone, whatever token they bring.',
    sources: ['C-06', 'W-07', 'RFC 6455 10.2'],
    assertions: {
      'own-page-is-served': 'a page of an allowed origin, and a client that is no browser, are let in',
      'foreign-page-is-not': 'any other page is closed with 1008, its token being right',
    },
  },
  'cors/page-of-another-origin': {
    level: 'MUST',
    sentence:
      'In a real browser the page works from another origin that the api allows; from one that it does not allow, the page says which setting of which server is wrong.',
    sources: ['report 2', 'C-01', 'C-02', 'C-03'],
    assertions: {
      'works-from-allowed-origin': 'login and documents work from an origin that CORS_ORIGIN names',
      'refusal-is-readable': 'a wrong password is told as such, not as a server that cannot be reached',
      'says-what-is-wrong': 'from another origin the login names the server, the page’s origin and CORS_ORIGIN',
    },
  },
} as const satisfies Record<string, Requirement>;
