import { randomUUID } from 'node:crypto';
import { closes } from '#contracts/wire/chat.ts';
import { type Blacklist, createBlacklist } from '../common/blacklist.ts';
import { type JudgeSecrets, judgeSecrets } from '../common/jwt-secret.ts';
import type { Logger } from '../common/log.ts';
import { createModelClient, type ModelClient } from '../common/model-client.ts';
import type { SettingsOf } from '../common/settings.ts';
import { createTokens, type TokenVerifier } from '../common/tokens.ts';
import { type Authenticate, authenticate } from './authenticate.ts';
import type { Closes } from './closing.ts';
import { type CredentialOf, credentialOf } from './credential.ts';
import { type Drain, drain } from './drain.ts';
import { createFanout, type Fanout } from './fanout.ts';
import { acceptThenDecide, type Handshake } from './handshake.ts';
import { type Beat, beat } from './heartbeat.ts';
import { createHistory, type History } from './history.ts';
import { type ChatMetrics, createMetrics } from './metrics.ts';
import { createOldHistories, type OldHistories } from './old-histories.ts';
import { createOriginPolicy, type OriginPolicy } from './origins.ts';
import { type ProduceAnswer, produceAnswer } from './produce-answer.ts';
import { type WatchRevocations, watchRevocations } from './revocation-watch.ts';
import { createRevocations, type Revocations } from './revocations.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { type Standing, standing } from './standing.ts';
import { connectStores, type Stores } from './stores.ts';
import { type SelectSubprotocol, selectSubprotocol } from './subprotocol.ts';
import { createTickets, type Tickets } from './tickets.ts';
import { createUsers, type Users } from './users.ts';

export type ChatSettings = SettingsOf<'chat'>;

/** What the chat is made of. A part that needs another one is handed `parts`, so that wrapping one takes effect everywhere. */
export interface ChatParts {
  readonly stores: Stores;
  readonly judgeSecrets: JudgeSecrets;
  readonly tokens: TokenVerifier;
  readonly blacklist: Blacklist;
  readonly users: Users;
  readonly tickets: Tickets;
  readonly origins: OriginPolicy;
  readonly credentialOf: CredentialOf;
  readonly authenticate: Authenticate;
  readonly handshake: Handshake;
  readonly selectSubprotocol: SelectSubprotocol;
  readonly closes: Closes;
  /** Largest message in bytes; 0 is no limit. */
  readonly payloadLimit: number;
  readonly sessions: Sessions;
  readonly history: History;
  readonly oldHistories: OldHistories;
  readonly model: ModelClient;
  readonly produceAnswer: ProduceAnswer;
  readonly beat: Beat;
  readonly standing: Standing;
  readonly revocations: Revocations;
  readonly watchRevocations: WatchRevocations;
  readonly fanout: Fanout;
  readonly drain: Drain;
  readonly metrics: ChatMetrics;
  /** Makes the ids of connections unique among replicas. */
  readonly replicaId: string;
}

/** Makes the real parts and begins to connect. */
export function createParts(settings: ChatSettings, log: Logger): ChatParts {
  const tokens = createTokens(settings);
  const stores = connectStores(settings, log);
  const { redis, subscriber, database } = stores;
  return {
    stores,
    judgeSecrets,
    tokens,
    blacklist: createBlacklist(redis),
    users: createUsers(database, settings.DATABASE_TIMEOUT_MS),
    tickets: createTickets(redis, settings.CHAT_TICKET_SECONDS),
    origins: createOriginPolicy(settings.CORS_ORIGIN),
    credentialOf,
    authenticate,
    handshake: acceptThenDecide,
    selectSubprotocol,
    closes,
    payloadLimit: settings.WS_MAX_PAYLOAD,
    sessions: createSessions(redis, settings.CHAT_SESSION_SECONDS),
    history: createHistory(redis, settings.CHAT_HISTORY_SECONDS),
    oldHistories: createOldHistories(redis, settings.CHAT_HISTORY_SECONDS),
    model: createModelClient(settings),
    produceAnswer,
    beat,
    standing,
    revocations: createRevocations(redis, subscriber),
    watchRevocations,
    fanout: createFanout(redis, subscriber),
    drain,
    metrics: createMetrics(stores.evictedKeys),
    replicaId: randomUUID(),
  };
}
