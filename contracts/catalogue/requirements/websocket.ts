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
} as const satisfies Record<string, Requirement>;
