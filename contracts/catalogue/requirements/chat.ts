import type { Requirement } from '../requirement.ts';

/** What report 4 demands of the rebuilt chat. */
export const chatRequirements = {
  'chat/session-stands-in-redis': {
    level: 'MUST',
    sentence:
      'A connected chat session is one value in Redis, `chat_session:{user_id}:{session_id}`, of five fields, for 1800 s, and no second key says anything of it.',
    sources: ['report 4'],
    assertions: {
      'under-its-key': 'the session stands under chat_session:{user_id}:{session_id}',
      'five-fields':
        'its value is JSON of user_id, email, role, connected_at and websocket_endpoint, and of nothing else',
      'says-who': 'the fields say who is connected, since when, and /chat/ws',
      'for-1800-s': 'it lives for 1800 s',
      'no-second-key': 'no other key of Redis names the user',
    },
  },
  'chat/reads-users-and-writes-nothing': {
    level: 'MUST',
    sentence: 'The chat may read users, may write nothing, and leaves no session in the database.',
    sources: ['report 4'],
    assertions: {
      'connects-as-reader': 'the chat’s connections to the database are those of the role chat_reader',
      'no-session-in-database': 'a chat and its messages add no row that names the session',
      'reads-users': 'the role reads users',
      'nothing-else-read': 'the role is refused when it reads sessions, tokens, documents, messages or the audit log',
      'writes-refused': 'the role is refused each INSERT, UPDATE, DELETE, TRUNCATE and CREATE TABLE',
    },
  },
  'chat/dead-model-leaves-the-socket': {
    level: 'MUST',
    sentence:
      'A model that is dead is told by an error event; the socket stays, and serves again as soon as the model does.',
    sources: ['report 4', 'DESIGN'],
    assertions: {
      'error-event': 'a message is answered with the error model_unavailable',
      'socket-stays': 'the socket stays open and answers a ping',
      'serves-again': 'the same socket is answered once the model is back',
    },
  },
  'chat/metrics-tell-what-happened': {
    level: 'MUST',
    sentence:
      'The chat’s metrics tell open connections, successes and failures of authentication, the latency of messages, and whether sessions can be kept in Redis.',
    sources: ['report 4'],
    assertions: {
      'counts-open': 'the gauge of open connections follows them up and down',
      'counts-successes': 'each connect that was let in is counted',
      'counts-failures': 'each connect that was refused is counted with its reason',
      'times-messages': 'each answered message is timed',
      'tells-session-health': 'the gauge of session health is 0 while Redis is away, and 1 again afterwards',
    },
  },
  'chat/no-token-no-socket': {
    level: 'MUST',
    sentence: 'A page of the chat without a token says “Authentication Required” and opens not one socket.',
    sources: ['report 4'],
    assertions: {
      'no-socket': 'the page opens no WebSocket and asks for no ticket',
      'says-so': 'it shows “Authentication Required”',
    },
  },
  'chat/old-history-is-kept': {
    level: 'MUST',
    sentence:
      'What the old service kept under `chat_history:{user_id}_{session_id}` is shown to its user, and to nobody else, in the sessions that begin after the change.',
    sources: ['report 4'],
    assertions: {
      'shown-afterwards': 'the first session afterwards is shown the old entries, oldest first, and so is the next',
      'shown-to-no-other': 'another user is shown none of them',
      'life-kept': 'they live on for what was left of their 24 h',
    },
  },
  'chat/old-token-costs-one-login': {
    level: 'MUST',
    sentence: 'A token of the old formats is refused, and costs its user one login, not a loop of them.',
    sources: ['report 4'],
    assertions: {
      'refused-at-the-chat': 'the chat closes its socket with 1008 "Invalid token"',
      'refused-at-the-api': 'the api answers it 401',
      'one-login': 'a page that has it asks for one login, after which it works',
      'not-sent-again': 'after that login the page does not send it any more',
      'chat-works': 'the live chat connects afterwards',
    },
  },
} as const satisfies Record<`chat/${string}`, Requirement>;
