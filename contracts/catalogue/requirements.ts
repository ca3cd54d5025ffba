import { recoveryGuarantees, returnGuarantees } from './guarantees.ts';
import { hopRequirements } from './hop-requirements.ts';
import type { Requirement } from './requirement.ts';
import { accountRequirements } from './requirements/account.ts';
import { chatRequirements } from './requirements/chat.ts';
import { clientRequirements } from './requirements/client.ts';
import { contractRequirements } from './requirements/contract.ts';
import { corsRequirements } from './requirements/cors.ts';
import { journeyRequirements } from './requirements/journey.ts';
import { legacyRequirements } from './requirements/legacy.ts';
import { modelRequirements } from './requirements/model.ts';
import { outageRequirements } from './requirements/outage.ts';
import { proxyRequirements } from './requirements/proxy.ts';
import { redisRequirements } from './requirements/redis.ts';
import { sessionRequirements } from './requirements/session.ts';
import { tokenRequirements } from './requirements/token.ts';
import { websocketRequirements } from './requirements/websocket.ts';

export const requirements = {
  ...sessionRequirements,
  ...modelRequirements,
  ...tokenRequirements,
  ...corsRequirements,
  ...proxyRequirements,
  ...accountRequirements,
  ...outageRequirements,
  ...journeyRequirements,
  ...chatRequirements,
  ...legacyRequirements,
  ...redisRequirements,
  ...clientRequirements,
  ...contractRequirements,
  ...websocketRequirements,
  'proxy/logout-survives-connection-header': {
    level: 'MUST',
    sentence:
      'Logout through the edge works, and really ends the session, for every Connection header that a client or an edge can send.',
    sources: ['report 1', 'H-01', 'F7'],
    assertions: {
      'answers-200': 'every logout is answered 200',
      'revocation-complete': 'every logout reports a complete revocation',
      'session-dead': 'the token gets 401 afterwards',
      'no-fetch-failed': 'the web tier logs no failed fetch',
    },
  },
  'proxy/no-hop-by-hop-field-reaches-the-api': {
    level: 'MUST',
    sentence:
      'An intermediary removes Connection, every field that Connection names, and TE, Keep-Alive, Proxy-Connection, Transfer-Encoding and Upgrade before it forwards a message.',
    sources: ['RFC 9110 7.6.1', 'H-04', 'H-01'],
    assertions: {
      'request-arrives': 'the request reaches the api',
      'no-hop-by-hop-field': 'the api receives none of the fields that ended at the hop before',
    },
  },
  'client/no-request-without-token': {
    level: 'MUST',
    sentence:
      'A page that is reloaded with a stored session sends no request without its token, however slow its storage is, and stays logged in.',
    sources: ['report 2', 'R-01'],
    assertions: {
      'requests-carry-token': 'every request of the page to the api carries its token',
      'no-401': 'no request of the page is answered 401',
      'stays-logged-in': 'the page shows the content of the session, not the login form',
    },
  },
  'stream/deltas-arrive-as-produced': {
    level: 'MUST',
    sentence: 'The deltas of a streamed answer reach the client through the edge one by one, as they are produced.',
    sources: ['S-01', 'F10', 'report 2'],
    assertions: {
      'first-delta-early': 'the first delta arrives within 500 ms of the request',
      'separate-arrivals': 'at least 15 of 20 deltas that are 75 ms apart arrive separately',
    },
  },
  'chat/invalid-token-is-closed-with-1008': {
    level: 'MUST',
    sentence:
      'A WebSocket with a bad, expired or missing token is accepted and then closed with 1008 "Invalid token", so that a browser can tell it from a lost connection.',
    sources: ['report 4', 'W-01', 'F1', 'F2', 'RFC 6455 7.4.1'],
    assertions: {
      'handshake-accepted': 'the handshake is answered 101',
      'closes-1008': 'the close frame carries 1008',
      'reason-invalid-token': 'the reason is "Invalid token"',
    },
  },
  'privacy/credentials-are-written-nowhere': {
    level: 'MUST',
    sentence:
      'No token, ticket or password is written to any log, Redis key or process argument of any service, also while the api and the chat are down.',
    sources: ['W-06', 'S-06', 'RFC 6750 2.3', 'F5'],
    assertions: {
      'flows-ran': 'every flow was driven, and those against a service that is down failed at the edge',
      'no-log': 'no service’s log holds a credential',
      'no-redis-key': 'no Redis key holds a credential',
      'no-process-argument': 'no process argument holds a credential',
    },
  },
  ...hopRequirements,
  'recovery/redis-restart': {
    level: 'MUST',
    sentence:
      'When Redis is restarted in order while sessions are in use, and comes back with what it held when it went, nothing revoked comes back and nobody valid stays locked out.',
    sources: ['D-05', 'D-07', 'D-11', 'DESIGN'],
    assertions: recoveryGuarantees,
  },
  'recovery/redis-killed-empty': {
    level: 'MUST',
    sentence:
      'When Redis is killed while sessions are in use, and comes back empty, nothing revoked comes back and nobody valid stays locked out.',
    sources: ['D-05', 'D-07', 'D-11', 'DESIGN'],
    assertions: recoveryGuarantees,
  },
  'recovery/api-on-another-address': {
    level: 'MUST',
    sentence:
      'When the api goes and comes back on another address while sessions are in use, the edge finds it there: nobody valid stays locked out, and nothing revoked comes back.',
    sources: ['report 1', 'DESIGN'],
    assertions: returnGuarantees,
  },
} as const satisfies Record<`${string}/${string}`, Requirement>;

export type RequirementId = keyof typeof requirements;
export type AssertionId<Id extends RequirementId = RequirementId> = Id extends RequirementId
  ? keyof (typeof requirements)[Id]['assertions'] & string
  : never;
