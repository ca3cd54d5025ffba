import type { Requirement } from '../requirement.ts';

/** What the socket of the live chat promises: how it opens, stays open, ends, and is opened again. */
export const websocketRequirements = {
  'websocket/subprotocol-is-no-credential': {
    level: 'MUST',
    sentence:
      'Of the subprotocols that a browser offers, the chat selects "chat.v1" and never a token, and a token among them lets nobody in.',
    sources: ['report 4', 'W-05', 'RFC 6455 4.2.2'],
    assertions: {
      'browser-gets-open': 'a browser that offers "chat.v1" and a token, and comes with a ticket, is let in',
      'selects-chat-v1': 'the subprotocol selected is "chat.v1"',
      'token-lets-nobody-in': 'a token that stands among the subprotocols alone is closed with 1008 "Invalid token"',
    },
  },
  'websocket/too-large-is-closed-with-1009': {
    level: 'MUST',
    sentence:
      'A message of 64 KiB is served; a larger one, in one frame or in many fragments, is closed with 1009 as soon as it is too large, and the next connection works.',
    sources: ['W-14', 'RFC 6455 7.4.1'],
    assertions: {
      'largest-is-served': 'a message of 65,536 bytes is accepted',
      'larger-is-1009': 'a message of 65,537 bytes is closed with 1009',
      'fragments-are-1009': 'fragments that are never finished are closed with 1009 once they are too large together',
      'next-works': 'the next connection is ready and serves a message',
    },
  },
  'websocket/refresh-keeps-the-socket': {
    level: 'MUST',
    sentence: 'A session that is refreshed again and again keeps its open socket, which goes on serving messages.',
    sources: ['W-09'],
    assertions: {
      refreshed: 'each of five refreshes is answered 200',
      'stays-open': 'the socket is open after each refresh, and 600 ms after the last',
      'still-serves': 'a message on it is accepted',
    },
  },
  'websocket/upgrade-passes-the-edge': {
    level: 'MUST',
    sentence:
      'A WebSocket handshake passes the edge, over plain HTTP and TLS, from a browser too: nobody has to fall back to anything.',
    sources: ['W-03', 'H-09', 'RFC 6455 4.2.2'],
    assertions: {
      'answered-101': 'the handshake is answered 101, and the socket becomes ready',
      'browser-is-let-in': 'a browser that comes with a ticket is let in',
    },
  },
  'websocket/idle-socket-stays-open': {
    level: 'MUST',
    sentence: 'A socket on which nobody says anything for three times the edge’s idle time stays open, and serves.',
    sources: ['W-04'],
    assertions: {
      'stays-open': 'the socket is open after three idle times (of 1 s, a heartbeat being a third of it)',
      'still-serves': 'a ping on it is answered',
    },
  },
  'websocket/edge-reload-cuts-nothing': {
    level: 'MUST',
    sentence:
      'A reload of the edge cuts nothing that is open: a stream comes to its end, and a socket stays and serves, for seconds after new workers have taken over.',
    sources: ['S-22'],
    assertions: {
      'nothing-is-cut': 'the stream, which goes on for 2 s after the reload, ends with "done", and the socket is open',
      'socket-serves': 'a ping on the socket is answered',
      'new-are-let-in': 'a new socket is ready',
    },
  },
  'websocket/drain-says-restart': {
    level: 'MUST',
    sentence:
      'A chat that is stopped in order tells each open socket 1012 "Service restart", says that it is not ready, takes no new socket, and is found again when it is back.',
    sources: ['W-11', 'RFC 6455 7.4.1'],
    assertions: {
      'closes-1012': 'each open socket is closed with 1012 "Service restart"',
      'not-ready': 'readiness is answered 503 while it drains',
      'takes-no-more': 'a handshake meanwhile is answered 503',
      'is-back': 'a new socket is ready within 5 s of the restart',
    },
  },
  'websocket/any-replica-will-do': {
    level: 'MUST',
    sentence:
      'With two replicas of the chat behind the edge, and no client bound to one of them, every client connects, and what one socket of a user says is shown on all others.',
    sources: ['W-15'],
    assertions: {
      'both-used': 'sockets are open at both replicas',
      'all-connect': 'each of 24 sockets, with its single-use ticket, becomes ready',
      'all-delivered': 'a message of one socket arrives once on each other socket of its user',
      'history-everywhere': 'a socket that comes later, at either replica, finds the message in its history',
    },
  },
  'websocket/half-open-is-noticed': {
    level: 'MUST',
    sentence:
      'A connection on which one side has fallen silent is given up by the other one within a few heartbeats, and what was said meanwhile is delivered once.',
    sources: ['W-13', 'RFC 6455 5.5.2'],
    assertions: {
      'chat-lets-go': 'a client that is not heard any more is cut within five heartbeats (of 500 ms)',
      'page-lets-go': 'a page that hears nothing any more says so within five heartbeats',
      'page-comes-back': 'the page is live again within 10 s of the end of the silence',
      'delivered-once': 'a message that is sent again after the silence is answered once, and remembered once',
      'shown-once': 'what was said in the page meanwhile stands there once, and has its answer',
    },
  },
  'websocket/page-tells-closes-apart': {
    level: 'MUST',
    sentence:
      'The page comes back after a lost connection (1006) and a restart (1012), asks for a login only when its session has ended (1008), and does not send again what was too large (1009).',
    sources: ['W-02', 'W-01', 'report 4', 'F1', 'RFC 6455 7.4.1'],
    assertions: {
      'comes-back':
        'after its connection was reset, and after the chat was restarted, the page is live again by itself',
      'drops-too-large': 'a message that is too large may be sent again by hand, and the page is live again',
      'asks-for-login': 'after a logout elsewhere the page shows the login, and says that the session has expired',
    },
  },
  'websocket/comebacks-are-spread': {
    level: 'MUST',
    sentence: 'Pages that lost their chat together do not come back together, and wait longer each time.',
    sources: ['W-10'],
    assertions: {
      'spread-out': 'of 200 pages at most a fifth come back in any 100 ms',
      'not-alike': 'no two of 10 pages wait alike each time',
      'waits-grow': 'the last of six waits is, in the mean of 10 pages, at least twice the first',
    },
  },
  'websocket/ended-session-is-not-served': {
    level: 'MUST',
    sentence:
      'A chat that was not told of a logout serves no message of that session all the same: the next one closes the socket with 1008.',
    sources: ['W-08'],
    assertions: {
      'served-before': 'a message before the logout is accepted',
      'not-served': 'the next message after it is not accepted, and closes the socket with 1008 "Session ended"',
    },
  },
} as const satisfies Record<string, Requirement>;
