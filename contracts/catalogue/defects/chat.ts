import type { Defect } from '../defect.ts';

/** Defects of the rebuilt chat: its session, its database, its model, its metrics. */
export const chatDefects = {
  'chat.session.by-user-alone': {
    sentence: 'The chat keeps its session under `session:{user_id}`, as the old service did.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [{ requirement: 'chat/session-stands-in-redis', assertion: 'under-its-key', observed: '^nothing' }],
  },
  'chat.session.no-role': {
    sentence: 'The session’s value lacks the role.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'chat/session-stands-in-redis',
        assertion: 'five-fields',
        observed: '^connected_at, email, user_id, websocket_endpoint$',
      },
    ],
  },
  'chat.session.for-ever': {
    sentence: 'The session is stored without a TTL, beside HTTP sessions of 30 minutes.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [{ requirement: 'chat/session-stands-in-redis', assertion: 'for-1800-s', observed: '^for ever' }],
  },
  'chat.session.user-auth-beside': {
    sentence: 'Beside its session the chat caches the user under `user_auth:{user_id}` for 15 minutes.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'chat/session-stands-in-redis', assertion: 'no-second-key', observed: '^\\["user_auth:' },
    ],
  },
  'chat.ws.missing-token-rejected': {
    sentence:
      'The token is a required parameter of the framework: without one the handshake is answered 403, before any close code.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'chat/invalid-token-is-closed-with-1008',
        assertion: 'handshake-accepted',
        observed: '^403 for a token that is missing',
      },
    ],
  },
  'chat.ws.own-close-code': {
    sentence: 'A bad token is closed with a code of the service’s own, 4401.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'chat/invalid-token-is-closed-with-1008',
        assertion: 'closes-1008',
        observed: '^4401 for a token',
      },
    ],
  },
  'chat.ws.no-close-reason': {
    sentence: 'A bad token is closed with 1008 and no reason.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'chat/invalid-token-is-closed-with-1008',
        assertion: 'reason-invalid-token',
        observed: '^ for a token',
      },
    ],
  },
  'api.schema.chat-may-write': {
    sentence: 'The chat’s role is granted everything, because its service would not start otherwise.',
    failure: 'report 4',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'chat/reads-users-and-writes-nothing',
        assertion: 'writes-refused',
        observed: '^done to INSERT INTO users',
      },
    ],
  },
  'api.schema.chat-reads-all': {
    sentence: 'The chat’s role may read every table, refresh tokens and all.',
    failure: 'report 4',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'chat/reads-users-and-writes-nothing',
        assertion: 'nothing-else-read',
        observed: '^done to SELECT \\* FROM (audit_log|documents)',
      },
    ],
  },
  'chat.session.in-the-database': {
    sentence: 'The chat keeps its sessions in the database, too, as a fallback.',
    failure: 'report 4',
    seams: [{ service: 'api' }, { service: 'chat' }],
    caughtBy: [
      {
        requirement: 'chat/reads-users-and-writes-nothing',
        assertion: 'no-session-in-database',
        observed: '^\\["chat_sessions"\\]',
      },
    ],
  },
  'chat.model.death-closes-the-socket': {
    sentence: 'An answer that fails closes the socket.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'chat/dead-model-leaves-the-socket', assertion: 'socket-stays', observed: '^closed 1011' },
    ],
  },
  'chat.model.death-is-silence': {
    sentence: 'A model that cannot be reached counts as one that had nothing to say.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [{ requirement: 'chat/dead-model-leaves-the-socket', assertion: 'error-event', observed: '^done' }],
  },
  'chat.metrics.refusals-uncounted': {
    sentence: 'Only connects that were let in are counted: the failure rate is always 0.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'chat/metrics-tell-what-happened', assertion: 'counts-failures', observed: '^0 token_missing' },
    ],
  },
  'chat.metrics.successes-uncounted': {
    sentence: 'Connects that were let in are not counted: there is no rate of success.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [{ requirement: 'chat/metrics-tell-what-happened', assertion: 'counts-successes', observed: '^0$' }],
  },
  'chat.metrics.messages-untimed': {
    sentence: 'Nobody times the messages.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [{ requirement: 'chat/metrics-tell-what-happened', assertion: 'times-messages', observed: '^0$' }],
  },
  'chat.metrics.open-never-falls': {
    sentence: 'Closed sockets are still counted as open.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'chat/metrics-tell-what-happened', assertion: 'counts-open', observed: '^3 open after one went' },
    ],
  },
  'chat.metrics.sessions-always-healthy': {
    sentence: 'The gauge of session health is 1 whatever Redis does.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'chat/metrics-tell-what-happened',
        assertion: 'tells-session-health',
        observed: '^1 while Redis is away',
      },
    ],
  },
  'client.chat.null-is-a-token': {
    sentence: 'The page reads a token that is null as the text "null", and connects with a ticket of its own making.',
    failure: 'report 4',
    seams: [{ client: true }],
    caughtBy: [
      { requirement: 'chat/no-token-no-socket', assertion: 'no-socket', observed: '^\\["\\S+/api/v1/chat/ws' },
    ],
  },
  'client.auth.old-token-sticks': {
    sentence: 'The page goes on to send the token it began with, whatever the login gave.',
    failure: 'report 4',
    seams: [{ client: true }],
    caughtBy: [
      { requirement: 'chat/old-token-costs-one-login', assertion: 'one-login', observed: '^Welcome back after' },
    ],
  },
  'chat.history.old-keys-forgotten': {
    sentence: 'Nobody looks for histories under their old keys.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [{ requirement: 'chat/old-history-is-kept', assertion: 'shown-afterwards', observed: '^\\[\\]' }],
  },
  'chat.history.old-entries-to-everybody': {
    sentence: 'The old histories are shown without asking whose they were.',
    failure: 'report 4',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'chat/old-history-is-kept', assertion: 'shown-to-no-other', observed: '^\\["first question' },
    ],
  },
} as const satisfies Record<string, Defect>;
