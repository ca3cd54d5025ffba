import type { Requirement } from '../requirement.ts';

/** What a session promises from its login to the end of its last token. */
export const sessionRequirements = {
  'session/logout-is-idempotent': {
    level: 'MUST',
    sentence:
      'Logout answers 200 with one and the same body whatever the token is (valid, expired, garbage, wrong signature, missing, already logged out), with and without a body, at the api and through the web tier.',
    sources: ['report 3', 'L-01', 'L-02', 'H-03'],
    assertions: {
      'answers-200': 'every logout is answered 200',
      'same-body': 'every body is success, "Successfully logged out" and a complete revocation',
      'clears-cookie': 'every answer clears the refresh cookie',
    },
  },
  'session/logout-edge-cases': {
    level: 'MUST',
    sentence:
      'In each edge case of report 3 a logout is answered 200 with its confirmation, and a valid token is dead afterwards.',
    sources: ['report 3', 'L-01'],
    assertions: {
      'valid-token': 'a valid token: 200, and the token then gets 401',
      'no-token': 'no token: 200',
      'invalid-token': 'an invalid token: 200',
      'expired-token': 'an expired token: 200',
      'already-logged-out': 'a token that was logged out before: 200',
    },
  },
  'session/logout-answers-in-outages': {
    level: 'MUST',
    sentence:
      'A logout is answered 200, clears the client and says that the session was not ended when the database fails, when the web tier cannot reach the api, and when every store is missing; what the api was told it does once the stores are back.',
    sources: ['report 3', 'H-13', 'DESIGN'],
    assertions: {
      'network-issues': 'the web tier cannot reach the api: 200 failed, the cookie cleared',
      'database-error': 'Postgres breaks every connection: 200 failed, the cookie cleared',
      'missing-dependencies': 'Postgres and Redis are both away: 200 failed, the cookie cleared',
      'dead-afterwards':
        'where the api was told, the token gets 401 within 5 s of the end of the outage, and never 200',
    },
  },
  'session/logout-revokes': {
    level: 'MUST',
    sentence:
      'After logout the token is refused on HTTP, at SSE start and at WebSocket connect, what the session has open is closed within 2 s, and other sessions of the user live on.',
    sources: ['report 3', 'L-03', 'L-04', 'L-20', 'W-08', 'DESIGN'],
    assertions: {
      'works-before': 'the token is accepted on HTTP, SSE and WebSocket before logout',
      'http-refuses': 'the token gets 401 on HTTP, on the very next request',
      'sse-refuses': 'the token gets 401 at SSE start',
      'websocket-refuses': 'the token is closed with 1008 at WebSocket connect',
      'refresh-refuses': 'the refresh token of the session gets 401',
      'open-stream-ends': 'an open stream of the session ends within 2 s',
      'open-socket-closes': 'an open socket of the session is closed with 1008 within 2 s',
      'other-session-lives': 'another session of the same user still works, its socket included',
      'other-session-refreshes': 'another session of the same user can still be refreshed',
    },
  },
  'session/logout-outlives-next-login': {
    level: 'MUST',
    sentence: 'What was logged out stays refused when the same user logs in again.',
    sources: ['L-04'],
    assertions: {
      'new-session-works': 'the new token is accepted',
      'old-token-refused': 'the old token gets 401',
      'old-refresh-refused': 'the old refresh token gets 401',
    },
  },
  'session/logout-beats-refresh': {
    level: 'MUST',
    sentence:
      'A logout ends the whole session: no token that a refresh gave before, during or after it is accepted afterwards.',
    sources: ['L-03', 'L-12', 'DESIGN'],
    assertions: {
      'logout-complete': 'the logout is answered 200 with a complete revocation',
      'no-access-token-lives': 'every access token of the session gets 401',
      'no-refresh-token-lives': 'every refresh token of the session gets 401',
    },
  },
  'session/logouts-at-once': {
    level: 'MUST',
    sentence: 'Eight logouts of one session at once are all answered as one alone, and the session is dead.',
    sources: ['report 3', 'L-01', 'DESIGN'],
    assertions: {
      'all-complete': 'each is answered 200 with a complete revocation',
      'session-dead': 'the token gets 401 afterwards',
    },
  },
  'session/pending-logout-completes': {
    level: 'MUST',
    sentence:
      'A logout that cannot reach Redis is answered pending, lets nobody in meanwhile, and completes by itself once Redis is back, also when the api is killed right after that answer; nothing that was to be written in the outage brings the session back.',
    sources: ['L-03', 'H-13', 'D-11', 'DESIGN'],
    assertions: {
      'answers-pending': 'the logout is answered 200 pending',
      'refused-meanwhile': 'while Redis is away the token gets nothing but 503 or 401',
      'completes-by-itself':
        'within 5 s of the end of the outage the token, and the refresh token, get 401, and never 200',
      'other-session-lives': 'another session of the same user works again',
      'nothing-comes-back': 'Redis holds no chat session of it',
    },
  },
  'session/replicas-agree': {
    level: 'MUST',
    sentence: 'A session that was logged out at one replica of the api is refused by every other one.',
    sources: ['X-04', 'L-03'],
    assertions: {
      'works-before': 'each replica accepts the token before',
      'http-refused': 'each replica answers 401 on HTTP',
      'sse-refused': 'each replica answers 401 at SSE start',
      'refresh-refused': 'each replica answers 401 to the refresh token',
      'open-stream-ends': 'a stream that is open at another replica ends within 2 s',
    },
  },
  'session/refresh-cookie-attributes': {
    level: 'MUST',
    sentence:
      'The refresh cookie is set for 14 days with HttpOnly, SameSite=Lax, Path=/ and, over TLS, Secure, and is cleared with the very same attributes.',
    sources: ['report 3', 'L-05', 'L-06', 'L-07', 'RFC 6265 5.3'],
    assertions: {
      'set-attributes': 'register, login and refresh set it with exactly these attributes',
      'set-life': 'it is set for 14 days',
      'cleared-attributes': 'every logout clears it with the attributes that it was set with',
      'cleared-life': 'every logout sends it empty, with Max-Age=0',
    },
  },
  'session/no-cookie-after-logout': {
    level: 'MUST',
    sentence:
      'After a logout a browser holds no cookie of the session, for any path and domain, over plain HTTP and TLS.',
    sources: ['L-05', 'L-06'],
    assertions: {
      'held-before': 'after the login the browser holds one cookie, out of reach of scripts',
      'none-after': 'after the logout it holds none',
    },
  },
  'session/blacklist-lives-as-long-as-the-token': {
    level: 'MUST',
    sentence:
      'A logout puts the hash of the token into the blacklist for the token’s remaining life, and the session for the life of an access token; no token stands in a key.',
    sources: ['report 3', 'DESIGN'],
    assertions: {
      'token-for-its-remaining-life': 'blacklist:{sha256 of the token} lives as long as the token',
      'session-for-an-access-life': 'blacklist:session:{id} lives for 1800 s',
      'no-token-in-a-key': 'no key of Redis holds the token',
    },
  },
  'session/logout-is-audited': {
    level: 'MUST',
    sentence:
      'A logout is written to the audit log as user.logout with the user, its session, the client’s own address and its user agent, at the api, through the web tier, and with an expired token.',
    sources: ['report 3'],
    assertions: {
      event: 'the event is user.logout, once',
      user: 'the entry names the user and the session',
      address: 'the entry has the client’s address, not that of a proxy',
      'user-agent': 'the entry has the user agent',
    },
  },
  'session/parallel-refreshes-get-one-successor': {
    level: 'MUST',
    sentence:
      'Eight refreshes with one token at once, as tabs of one browser send them, all succeed with one and the same successor, and nobody is signed out.',
    sources: ['L-12', 'L-13'],
    assertions: {
      'all-succeed': 'each refresh is answered 200',
      'one-successor': 'all of them get the same refresh token',
      'every-tab-works': 'every access token that was given is accepted',
      'family-lives': 'the successor can be refreshed',
    },
  },
  'session/replay-ends-the-session': {
    level: 'MUST',
    sentence:
      'A refresh token that comes again after its grace time is taken as stolen: the session that it belongs to ends, and no other.',
    sources: ['L-12', 'L-13', 'RFC 9700 4.14.2'],
    assertions: {
      'grace-answers': 'within the grace time the old token gets its successor again',
      'replay-refused': 'after the grace time it gets 401',
      'successor-refused': 'then the successor gets 401',
      'access-refused': 'the access token of the session gets 401',
      'other-session-lives': 'another session of the user works',
    },
  },
  'session/login-opens-a-new-session': {
    level: 'MUST',
    sentence: 'A login opens a session of its own, whatever session the client showed before.',
    sources: ['L-20', 'report 3'],
    assertions: {
      'new-session-id': 'the session is not the one that was shown',
      'new-refresh-token': 'the refresh token is not the one that was shown',
      'shown-session-keeps-its-user': 'the session that was shown still belongs to whom it belonged',
    },
  },
  'session/refusals-are-told-apart': {
    level: 'MUST',
    sentence:
      'A refused request says why: no token, an invalid one, an expired one and a logged-out session have codes and messages of their own.',
    sources: ['L-22'],
    assertions: {
      'code-tells-cause': 'each cause has its own status, code and message',
      challenge: 'each 401 carries WWW-Authenticate',
    },
  },
  'session/foreign-page-cannot-log-out': {
    level: 'MUST',
    sentence:
      'A page of another origin can neither log somebody out nor refresh the session; our own page needs no CSRF token for it, so none can be missing.',
    sources: ['L-11', 'report 3'],
    assertions: {
      'foreign-refused': 'a form of a foreign page gets 403 origin_not_allowed',
      'cookie-stays': 'its answer touches no cookie',
      'session-lives': 'the session works afterwards',
      'own-page-needs-no-csrf-token': 'our own page is answered 200 without a CSRF token',
    },
  },
  'session/web-tier-tells-the-truth': {
    level: 'MUST',
    sentence:
      'When the api answers a logout of the web tier with an error or with nothing understandable, the web tier answers 200 failed and clears the cookie, and the next logout ends the session.',
    sources: ['H-13', 'report 3'],
    assertions: {
      'tells-the-truth': 'the logout is answered 200 failed, and the session lives',
      'clears-cookie': 'the logout clears the refresh cookie',
      'next-logout-completes': 'once the api answers again, a logout is complete and the session dead',
    },
  },
  'session/tabs-log-out-together': {
    level: 'MUST',
    sentence: 'Who logs out in one tab is logged out in the others, which then send no request with the old token.',
    sources: ['L-12', 'DESIGN'],
    assertions: {
      'first-tab-out': 'the tab itself shows the login',
      'other-tab-out': 'the other tab shows the login within 2 s, and says why',
      'no-late-request': 'the other tab sends nothing with the old token afterwards',
    },
  },
} as const satisfies Record<`session/${string}`, Requirement>;
