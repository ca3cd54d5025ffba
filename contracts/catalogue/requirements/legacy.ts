import type { Requirement } from '../requirement.ts';

/** What report 4 says the old chat did otherwise, and no requirement of the rebuilt one says yet. */
export const legacyRequirements = {
  'chat/one-way-in': {
    level: 'MUST',
    sentence:
      'The chat has one authentication: whoever holds a good credential is let in wherever it may stand, and no second judgement, source or store lets anybody else in or keeps anybody out.',
    sources: ['report 4'],
    assertions: {
      'each-way-opens':
        'a token in the Authorization header or the query, with the subprotocol "chat.v1" or without, and a ticket are let in',
      'no-other-source': 'a token as the subprotocol "Bearer.<token>" or in X-Auth-Token is closed with 1008',
      'header-decides': 'of a token in the header and another one in the query, the header’s decides',
      'nobody-by-email': 'the token of a user who is not there is refused, also when somebody has the same email',
      'other-sockets-stay': 'a second socket of a user leaves the first one open, and served',
    },
  },
  'chat/history-stands-in-redis': {
    level: 'MUST',
    sentence:
      'The history of a chat session is one list in Redis, `chat_history:{user_id}:{session_id}`, for 24 h, and nothing is written under the old key.',
    sources: ['report 4'],
    assertions: {
      'under-its-key': 'question and answer stand under chat_history:{user_id}:{session_id}',
      'for-24-h': 'they live for 24 h',
      'not-under-the-old-key': 'nothing stands under chat_history:{user_id}_{session_id}',
    },
  },
} as const satisfies Record<`chat/${string}`, Requirement>;
