import type { Defect } from './defect.ts';
import { accountDefects } from './defects/account.ts';
import { chatDefects } from './defects/chat.ts';
import { clientDefects } from './defects/client.ts';
import { contractDefects } from './defects/contract.ts';
import { corsDefects } from './defects/cors.ts';
import { legacyDefects } from './defects/legacy.ts';
import { modelDefects } from './defects/model.ts';
import { outageDefects } from './defects/outage.ts';
import { proxyDefects } from './defects/proxy.ts';
import { redisDefects } from './defects/redis.ts';
import { sessionDefects } from './defects/session.ts';
import { tokenDefects } from './defects/token.ts';
import { websocketDefects } from './defects/websocket.ts';
import { hopDefects } from './hop-defects.ts';

/** The one table of defects. `sut/plants` maps each id that has a service or client seam to its planter. */
export const defects = {
  ...sessionDefects,
  ...modelDefects,
  ...tokenDefects,
  ...corsDefects,
  ...proxyDefects,
  ...accountDefects,
  ...outageDefects,
  ...chatDefects,
  ...legacyDefects,
  ...redisDefects,
  ...clientDefects,
  ...contractDefects,
  ...websocketDefects,
  'web.bff.forward-all-headers': {
    sentence:
      'The web tier copies every inbound header into an old undici’s fetch, behind an edge that always says upgrade.',
    failure: 'H-01',
    seams: [{ service: 'web' }, { edgeProfile: 'connection-upgrade-always' }],
    caughtBy: [
      {
        requirement: 'proxy/logout-survives-connection-header',
        assertion: 'revocation-complete',
        observed: '^failed',
        log: { service: 'web', line: 'TypeError: fetch failed.*UND_ERR_INVALID_ARG.*invalid connection header' },
      },
      { requirement: 'proxy/all-survive-connection-field', assertion: 'logout-works', observed: '^200 failed' },
    ],
  },
  'web.bff.forward-hop-by-hop': {
    sentence: 'The web tier copies every inbound header into a current undici’s fetch, which no longer throws.',
    failure: 'H-04',
    seams: [{ service: 'web' }],
    caughtBy: [
      { requirement: 'proxy/no-hop-by-hop-field-reaches-the-api', assertion: 'no-hop-by-hop-field', observed: 'x-hop' },
    ],
  },
  'client.store.async-ungated': {
    sentence: 'The page’s store reads its storage asynchronously and nothing waits for it.',
    failure: 'R-01',
    seams: [{ client: true }],
    caughtBy: [
      {
        requirement: 'client/no-request-without-token',
        assertion: 'requests-carry-token',
        observed: '(GET|POST) /api/\\S+ without',
      },
      { requirement: 'journey/sanity-checklist', assertion: 'refresh', observed: 'GET /api/documents 401' },
    ],
  },
  'edge.sse.http10-buffered': {
    sentence: 'The edge speaks HTTP/1.0 upstream and buffers: a stream arrives at its end.',
    failure: 'S-01',
    seams: [{ edgeProfile: 'sse-http10-buffered' }],
    caughtBy: [
      { requirement: 'stream/deltas-arrive-as-produced', assertion: 'first-delta-early', observed: '^\\d{4,} ms' },
    ],
  },
  'chat.ws.close-before-accept': {
    sentence: 'The chat refuses a bad token before it accepts the handshake: the browser sees 403 and 1006.',
    failure: 'W-01',
    seams: [{ service: 'chat' }],
    caughtBy: [
      { requirement: 'chat/invalid-token-is-closed-with-1008', assertion: 'handshake-accepted', observed: '^403' },
    ],
  },
  'edge.log.raw-query': {
    sentence: 'nginx’s error log is kept as it is written, with the query of every failed request.',
    failure: 'W-06',
    seams: [{ edgeProfile: 'raw-error-log' }],
    caughtBy: [{ requirement: 'privacy/credentials-are-written-nowhere', assertion: 'no-log', observed: 'edge' }],
  },
  'api.revocation.fail-open': {
    sentence: 'When Redis cannot be asked whether a token was revoked, the api lets it pass.',
    failure: 'D-07',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'recovery/redis-restart',
        assertion: 'revoked-stays-revoked',
        observed: '^broken: let in .*\\d+ x (me|stream) after (complete|pending).* in (breaking|outage|healing)',
      },
      {
        requirement: 'outage/redis-away',
        assertion: 'revoked-stays-out',
        observed: '^200 to me with revoked token, Redis stopped',
      },
    ],
  },
  'api.revocation.trust-empty-redis': {
    sentence: 'A Redis that came back empty is called complete without being refilled: who was logged out is back in.',
    failure: 'D-07',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'recovery/redis-killed-empty',
        assertion: 'revoked-stays-revoked',
        observed: '^broken: let in .*\\d+ x (me|stream) after complete',
      },
    ],
  },
  'api.revocation.pending-forgotten': {
    sentence: 'A logout that could not reach Redis is answered pending and never completed.',
    failure: 'L-03',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'recovery/redis-restart',
        assertion: 'revoked-stays-revoked',
        observed: '^broken: let in \\d+ x (me|stream) after pending(, \\d+ x (me|stream) after pending)*; ',
      },
      { requirement: 'session/pending-logout-completes', assertion: 'completes-by-itself', observed: '^200' },
    ],
  },
  'api.outage.answers-401': {
    sentence: 'A Redis that cannot be asked counts as “revoked”: an outage sends everybody to the login.',
    failure: 'D-05',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'recovery/redis-restart',
        assertion: 'outage-is-not-a-logout',
        observed: '^broken: 401 on (me|stream) for the valid token',
      },
      { requirement: 'session/slow-redis-is-no-logout', assertion: 'never-refused', observed: '^401 token_revoked' },
      {
        requirement: 'outage/redis-away',
        assertion: 'outage-is-no-refusal',
        observed: '^401 token_revoked to me with valid token, Redis stopped',
      },
    ],
  },
  'edge.upstreams.resolved-once': {
    sentence:
      'The edge looks its upstreams up when it starts, and never again: after a rollout it asks where nobody is.',
    failure: 'report 1',
    seams: [{ edgeProfile: 'upstreams-resolved-once' }],
    caughtBy: [
      {
        requirement: 'recovery/api-on-another-address',
        assertion: 'valid-gets-back-in',
        observed: '^broken: 50[24] on (me|stream) ',
      },
    ],
  },
  'api.redis.gives-up': {
    sentence: 'The api’s Redis client fails for good after its first outage, until somebody restarts the api.',
    failure: 'D-05',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'recovery/redis-killed-empty',
        assertion: 'valid-gets-back-in',
        observed: '^broken: 503 on (me|stream) for the valid token .* not let in within 5000 ms',
      },
      { requirement: 'outage/redis-away', assertion: 'recovers', observed: '^503 to me after Redis stopped' },
    ],
  },
  'chat.revocation.deaf-after-outage': {
    sentence: 'After an outage of Redis the chat hears of no logout any more: sockets of ended sessions stay open.',
    failure: 'L-03',
    seams: [{ service: 'chat' }],
    caughtBy: [
      {
        requirement: 'recovery/redis-killed-empty',
        assertion: 'pending-completes',
        observed: '^broken: its socket was still open 5000 ms after',
      },
    ],
  },
  ...hopDefects,
} as const satisfies Record<string, Defect>;

export type DefectId = keyof typeof defects;
