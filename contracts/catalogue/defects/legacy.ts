import type { Defect } from '../defect.ts';

/** What report 4 found in the old chat: formats, sources, five layers that authenticate, and its keys. */
export const legacyDefects = {
  'api.login.oauth-format': {
    sentence: 'A login issues tokens that say {sub, email, aud, iss, exp}: no id, no role, no session.',
    failure: 'report 4',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'token/one-shape-everywhere',
        assertion: 'issued-works',
        observed: '^401 token_invalid from login at',
      },
    ],
  },
  'api.refresh.legacy-format': {
    sentence: 'A refresh issues tokens that say {sub, exp, iat}: nothing of whom and which session.',
    failure: 'report 4',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'token/one-shape-everywhere',
        assertion: 'issued-works',
        observed: '^401 token_invalid from refresh at',
      },
    ],
  },
  'chat.credential.four-sources': {
    sentence:
      'The chat takes its token from the query, a subprotocol, Authorization or X-Auth-Token, whichever is first.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'chat/one-way-in',
        assertion: 'no-other-source',
        observed: '^let in by the subprotocol Bearer',
      },
    ],
  },
  'chat.auth.gateway': {
    sentence:
      'Layer 1: a gateway judges first, by the token it finds first in query, subprotocol, Authorization and X-Auth-Token, and the chat by its own.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'chat/one-way-in',
        assertion: 'header-decides',
        observed: '^1008 Invalid token with a good header and a bad query',
      },
    ],
  },
  'chat.auth.subprotocol-layer': {
    sentence:
      'Layer 2: the chat’s own code judges once more, by a token among the subprotocols if any is offered, else in query or Authorization; it knows no other.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'chat/one-way-in',
        assertion: 'each-way-opens',
        observed: '^1008 Invalid token by a token in the query, offering chat\\.v1',
      },
    ],
  },
  'chat.auth.session-manager': {
    sentence:
      'Layer 3: a session manager keeps one session a user in Redis, `session:{user_id}` for 30 min: the socket that comes last has it.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'chat/one-way-in',
        assertion: 'other-sockets-stay',
        observed: '^closed 1008 Session ended',
      },
    ],
  },
  'chat.auth.fallback-provider': {
    sentence: 'Layer 4: where Redis says no, the database is asked, which knows the user and nothing of the logout.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'redis/one-login-for-every-door',
        assertion: 'every-door-closes',
        observed: '^let in at a WebSocket',
      },
    ],
  },
  'chat.auth.direct-lookup': {
    sentence: 'Layer 5: a user who is not found is looked up by email, and whoever has it now is let in.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [{ requirement: 'chat/one-way-in', assertion: 'nobody-by-email', observed: '^let in' }],
  },
  'chat.auth.breaker-lets-in': {
    sentence: 'A circuit breaker around Redis: while it is open, every token that is signed lets in (“JWT-only mode”).',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'outage/redis-away',
        assertion: 'revoked-stays-out',
        observed: '^ready to WebSocket start with revoked token, Redis stopped',
      },
    ],
  },
  'chat.history.old-key-beside': {
    sentence: 'Messages are written under `chat_history:{user_id}_{session_id}` for 24 h, too, beside the unified key.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'chat/history-stands-in-redis',
        assertion: 'not-under-the-old-key',
        observed: '^\\["chat_history:',
      },
    ],
  },
} as const satisfies Record<string, Defect>;
