import type { Requirement } from '../requirement.ts';

/** What is promised of sessions in Redis: one truth for every door, lives that slide and end, and a store that changes hands. */
export const redisRequirements = {
  'redis/one-login-for-every-door': {
    level: 'MUST',
    sentence:
      'What one login gave is taken by every door, HTTP, SSE, WebSocket and ticket, and one logout closes them all.',
    sources: ['D-01', 'report 4'],
    assertions: {
      'every-door-opens': 'each door lets the credential of an HTTP login in',
      'every-door-closes': 'after the logout each door refuses it',
    },
  },
  'redis/activity-keeps-the-session': {
    level: 'MUST',
    sentence:
      'Who is active keeps the session for longer than one of its lives, over HTTP, over SSE or over a WebSocket; who is idle for one life does not.',
    sources: ['D-02', 'report 4', 'DESIGN'],
    assertions: {
      'refresh-granted': 'each refresh is granted',
      'http-keeps': 'each request with what a refresh gave is served',
      'stream-keeps': 'each stream with what a refresh gave is served',
      'websocket-keeps': 'with messages on a socket the chat session lives on',
      'idle-ends': 'after one idle life a refresh gets 401, and the chat session is gone',
    },
  },
  'redis/no-session-outlives-its-age': {
    level: 'MUST',
    sentence: 'A session ends at its absolute age, however active it is.',
    sources: ['D-03'],
    assertions: {
      'ends-at-its-age': 'refreshes are refused from that age on, give or take a second',
      'no-door-left': 'the last token opens no door afterwards',
    },
  },
  'redis/failover-heals-by-itself': {
    level: 'MUST',
    sentence:
      'When Redis changes hands and the old one becomes a read-only follower, login, logout, requests and sockets work again within 5 s without a restart, and until then errors are those of an outage.',
    sources: ['D-04'],
    assertions: {
      'errors-are-outages': 'until it has healed, an error is 503, 1013 or a pending logout',
      'heals-in-5-s': 'login, me, logout and a WebSocket work within 5 s of the switch-over',
      'open-socket-stays': 'a socket that was open all the time is served afterwards',
    },
  },
  'redis/sessions-are-not-evicted': {
    level: 'MUST',
    sentence:
      'A Redis that runs full loses no session and no revocation for the sake of a cache: it refuses writes, and says how many keys it evicted.',
    sources: ['D-08'],
    assertions: {
      'sessions-survive': 'every chat session is still there after a flood',
      'logins-survive': 'every login is still good',
      'revoked-stays-out': 'who was logged out stays out',
      'evictions-are-told': 'the chat’s metrics tell the number of evicted keys',
    },
  },
} as const satisfies Record<`redis/${string}`, Requirement>;
