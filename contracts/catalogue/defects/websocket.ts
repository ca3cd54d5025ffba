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
  'edge.upgrade.not-passed': {
    sentence: 'The edge keeps Upgrade to itself, as nginx does when it is told nothing: no WebSocket can be opened.',
    failure: 'W-03',
    seams: [{ edgeProfile: 'upgrade-not-passed' }],
    caughtBy: [
      { requirement: 'websocket/upgrade-passes-the-edge', assertion: 'answered-101', observed: '^4\\d\\d, not ready' },
    ],
  },
  'edge.socket.idle-below-heartbeat': {
    sentence: 'The edge cuts a socket after less silence than there is between two heartbeats.',
    failure: 'W-04',
    seams: [{ edgeProfile: 'socket-idle-below-heartbeat' }],
    caughtBy: [{ requirement: 'websocket/idle-socket-stays-open', assertion: 'stays-open', observed: '^1006' }],
  },
  'edge.reload.cuts-what-is-open': {
    sentence: 'The edge gives its old workers a second: each reload of it cuts every stream and every socket.',
    failure: 'S-22',
    seams: [{ edgeProfile: 'reload-cuts' }],
    caughtBy: [
      {
        requirement: 'websocket/edge-reload-cuts-nothing',
        assertion: 'nothing-is-cut',
        observed: '^stream cut after \\d+ of 30 deltas, socket 1006$',
      },
    ],
  },
  'chat.ws.no-ping': {
    sentence: 'The chat sends no heartbeat: an idle socket is cut by the proxy, every 60 s.',
    failure: 'W-04',
    seams: [{ service: 'chat' }],
    caughtBy: [{ requirement: 'websocket/idle-socket-stays-open', assertion: 'stays-open', observed: '^1006' }],
  },
  'chat.ws.no-drain': {
    sentence: 'The chat ends without a word to its sockets: each client sees a lost connection.',
    failure: 'W-11',
    seams: [{ service: 'chat' }],
    caughtBy: [{ requirement: 'websocket/drain-says-restart', assertion: 'closes-1012', observed: '^1006' }],
  },
  'chat.ws.drain-says-1008': {
    sentence:
      'The chat takes leave with 1008, as if every token had become bad: a deploy sends everybody to the login.',
    failure: 'W-11',
    seams: [{ service: 'chat' }],
    caughtBy: [{ requirement: 'websocket/drain-says-restart', assertion: 'closes-1012', observed: '^1008' }],
  },
  'chat.ws.no-pubsub': {
    sentence: 'The chat shows a message on the sockets of its own replica alone.',
    failure: 'W-15',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'websocket/any-replica-will-do', assertion: 'all-delivered', observed: '^\\d+ of 21 arrived' },
    ],
  },
  'chat.tickets.in-memory': {
    sentence: 'A ticket is known to the replica that issued it: without stickiness every other connect is refused.',
    failure: 'W-15',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'websocket/any-replica-will-do', assertion: 'all-connect', observed: '^\\d+ of 24 ready.* 1008' },
    ],
  },
  'chat.history.in-memory': {
    sentence: 'Each replica remembers the messages that it took itself.',
    failure: 'W-15',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'websocket/any-replica-will-do',
        assertion: 'history-everywhere',
        observed: '^not in the history',
      },
    ],
  },
  'chat.ws.keeps-dead-peers': {
    sentence: 'The chat pings and does not mind that no answer comes: a dead client stays for ever.',
    failure: 'W-13',
    seams: [{ service: 'chat' }],
    caughtBy: [{ requirement: 'websocket/half-open-is-noticed', assertion: 'chat-lets-go', observed: '^open after' }],
  },
  'chat.ws.repeats-are-new': {
    sentence: 'The chat takes a message that is sent again, under its old id, for a new one.',
    failure: 'W-13',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'websocket/half-open-is-noticed', assertion: 'delivered-once', observed: '^answered 2 times' },
    ],
  },
  'client.ws.no-liveness': {
    sentence: 'The page trusts readyState: it is “Live” on a connection that has been dead for minutes.',
    failure: 'W-13',
    seams: [{ client: true }],
    caughtBy: [{ requirement: 'websocket/half-open-is-noticed', assertion: 'page-lets-go', observed: '^Live' }],
  },
  'client.ws.treats-1006-as-auth': {
    sentence: 'The page takes 1006 for a violation of policy: it does not come back after a lost connection.',
    failure: 'W-02',
    seams: [{ client: true }],
    caughtBy: [
      { requirement: 'websocket/page-tells-closes-apart', assertion: 'comes-back', observed: '^Closed after .* reset' },
    ],
  },
  'client.ws.sends-too-large-again': {
    sentence: 'The page connects again after 1009 and sends what was too large once more, and so on.',
    failure: 'W-02',
    seams: [{ client: true }],
    caughtBy: [
      { requirement: 'websocket/page-tells-closes-apart', assertion: 'drops-too-large', observed: '^not offered' },
    ],
  },
  'client.ws.fixed-delay': {
    sentence: 'Every page comes back a second after it has lost the chat, and again each second.',
    failure: 'W-10',
    seams: [{ client: true }],
    caughtBy: [
      { requirement: 'websocket/comebacks-are-spread', assertion: 'spread-out', observed: '^200 of 200 within 100 ms' },
    ],
  },
  'client.ws.no-jitter': {
    sentence: 'The pages wait twice as long each time, and all of them alike.',
    failure: 'W-10',
    seams: [{ client: true }],
    caughtBy: [
      { requirement: 'websocket/comebacks-are-spread', assertion: 'spread-out', observed: '^200 of 200 within 100 ms' },
    ],
  },
  'chat.ws.trusts-being-told': {
    sentence: 'The chat does not ask, before it serves a message, whether the session has ended: it waits to be told.',
    failure: 'W-08',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'websocket/ended-session-is-not-served', assertion: 'not-served', observed: '^accepted' },
    ],
  },
  'chat.tickets.raw-key': {
    sentence: 'A ticket stands in its Redis key as it is: whoever lists keys can use it.',
    failure: 'W-06',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'privacy/credentials-are-written-nowhere', assertion: 'no-redis-key', observed: '^[1-9]' },
    ],
  },
} as const satisfies Record<string, Defect>;
