import type { Defect } from '../defect.ts';

/** Defects of the socket of the live chat, on either side of it and on the way. */
export const websocketDefects = {
  'chat.ws.no-subprotocol-echo': {
    sentence: 'The chat selects none of the subprotocols that were offered: Chromium fails the connection.',
    failure: 'W-05',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'websocket/subprotocol-is-no-credential',
        assertion: 'browser-gets-open',
        observed: '^1006',
      },
    ],
  },
  'chat.ws.echo-token': {
    sentence: 'The chat selects the last subprotocol offered, which is the token.',
    failure: 'W-05',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'websocket/subprotocol-is-no-credential', assertion: 'selects-chat-v1', observed: '^the token' },
    ],
  },
  'chat.ws.token-in-subprotocol': {
    sentence: 'The chat takes a token from the subprotocols that were offered.',
    failure: 'W-05',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'websocket/subprotocol-is-no-credential', assertion: 'token-lets-nobody-in', observed: '^let in' },
    ],
  },
  'chat.ws.origin-by-prefix': {
    sentence: 'The chat allows every origin that begins like an allowed one.',
    failure: 'W-07',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'cors/websocket-asks-the-origin',
        assertion: 'foreign-page-is-not',
        observed: '^let in for http://localhost:5173\\.evil\\.test',
      },
    ],
  },
  'chat.ws.null-origin-allowed': {
    sentence: 'The chat takes the Origin `null` for no browser: every page in a sandboxed frame is let in.',
    failure: 'W-07',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'cors/websocket-asks-the-origin', assertion: 'foreign-page-is-not', observed: '^let in for null' },
    ],
  },
  'chat.ws.auth-once': {
    sentence: 'The chat asks who somebody is when a socket opens, and never again: a logout closes none.',
    failure: 'W-08',
    seams: [{ service: 'chat' }],
    caughtBy: [{ requirement: 'session/logout-revokes', assertion: 'open-socket-closes', observed: '^open after 2 s' }],
  },
  'api.refresh.kicks-socket': {
    sentence: 'Each rotation of the refresh token is told as the end of the session: its sockets are closed.',
    failure: 'W-09',
    seams: [{ service: 'api' }],
    caughtBy: [{ requirement: 'websocket/refresh-keeps-the-socket', assertion: 'stays-open', observed: '^1008' }],
  },
  'chat.ws.no-max-payload': {
    sentence: 'The chat takes messages of any length.',
    failure: 'W-14',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'websocket/too-large-is-closed-with-1009', assertion: 'larger-is-1009', observed: '^open' },
    ],
  },
  'chat.ws.small-max-payload': {
    sentence: 'The chat’s limit for a message is 4 KiB, less than it promises.',
    failure: 'W-14',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'websocket/too-large-is-closed-with-1009', assertion: 'largest-is-served', observed: '^1009' },
    ],
  },
} as const satisfies Record<string, Defect>;
