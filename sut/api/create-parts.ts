import { redisChannels } from '#contracts/wire/redis.ts';
import { createBlacklist } from '../common/blacklist.ts';
import { connectDatabase } from '../common/database.ts';
import { discardRest } from '../common/discard-rest.ts';
import { judgeSecrets } from '../common/jwt-secret.ts';
import type { Logger } from '../common/log.ts';
import { createModelClient } from '../common/model-client.ts';
import { isOwnOrigin } from '../common/own-origin.ts';
import { connectRedis, type Redis } from '../common/redis.ts';
import { createTokens } from '../common/tokens.ts';
import { access } from './access.ts';
import { createAnswerLog } from './answers/answer-log.ts';
import { createAnswers } from './answers/answers.ts';
import { createFollowRemote } from './answers/remote-answer.ts';
import { createSse } from './answers/sse.ts';
import { createAudit } from './audit.ts';
import { createAccounts } from './auth/accounts.ts';
import { createLoginLimits } from './auth/login-limits.ts';
import { createPasswords } from './auth/passwords.ts';
import { createSessions } from './auth/sessions.ts';
import { createDocuments } from './documents/documents.ts';
import { createMessages } from './documents/messages.ts';
import { endpoints } from './endpoints/index.ts';
import { createHealth } from './health.ts';
import { createClient } from './http/client.ts';
import { corsPolicy } from './http/cors-policy.ts';
import { createCredentials } from './http/credentials.ts';
import { describeError } from './http/describe-error.ts';
import { createRefreshCookie } from './http/refresh-cookie.ts';
import { createMetrics } from './metrics.ts';
import type { ApiSettings, Parts } from './parts.ts';
import { createBlacklistWriter } from './revocation/blacklist-writer.ts';
import { endSession } from './revocation/end-session.ts';
import { createTrust } from './revocation/gate.ts';
import { createLedger } from './revocation/ledger.ts';
import { createOpenStreams } from './revocation/open-streams.ts';
import { createUnrecorded } from './revocation/unrecorded.ts';
import { migrate } from './store/migrate.ts';
import { migrations } from './store/migrations.ts';
import { createStore } from './store/store.ts';

/** The real parts, connecting to their stores in the background. */
export function createParts(settings: ApiSettings, log: Logger): Parts {
  const tokens = createTokens(settings);
  const pool = connectDatabase(settings, log, settings.SERVICE_NAME);
  const redis = connectRedis(settings, log, settings.SERVICE_NAME);
  const subscriber = connectRedis(settings, log, `${settings.SERVICE_NAME} subscriber`);
  const store = createStore(pool, settings.DATABASE_TIMEOUT_MS);
  const client = createClient();
  const answerLog = createAnswerLog(redis, settings);
  const progress = { migrated: false, reconciled: false, draining: false };
  return {
    settings,
    log,
    endpoints,
    access,
    client,
    cors: corsPolicy(settings.CORS_ORIGIN),
    credentials: createCredentials(),
    describeError,
    discardRest,
    isOwnOrigin,
    refreshCookie: createRefreshCookie(),
    accounts: createAccounts(store),
    loginLimits: createLoginLimits(redis, settings),
    judgeSecrets,
    passwords: createPasswords(settings.PASSWORD_COST),
    sessions: createSessions(store, settings),
    tokens,
    blacklist: createBlacklist(redis),
    blacklistWriter: createBlacklistWriter(redis),
    endSession,
    ledger: createLedger(store, settings.JWT_EXPIRES_IN),
    openStreams: createOpenStreams(),
    trust: createTrust(),
    unrecorded: createUnrecorded(),
    documents: createDocuments(store),
    messages: createMessages(store),
    answerLog,
    answers: createAnswers(),
    followRemote: createFollowRemote(redis, answerLog, settings),
    model: createModelClient(settings),
    sse: createSse(settings.SSE_HEARTBEAT_MS),
    audit: createAudit(store, client, log),
    health: createHealth(settings.SERVICE_NAME, store, redis, progress),
    metrics: createMetrics(),
    progress,
    redis,
    migrations,
    migrate: (steps) => migrate(store, steps, settings.CHAT_READER_PASSWORD),
    listen: ({ ended, back }) => {
      redis.on('ready', back);
      listenForEnded(subscriber, ended);
    },
    async disconnect() {
      subscriber.disconnect();
      redis.disconnect();
      await pool.end();
    },
  };
}

function listenForEnded(subscriber: Redis, ended: (sessionId: string) => void): void {
  const subscribe = () => {
    // Refused or lost: the next connection subscribes again, and the sweep sees what was missed.
    subscriber.subscribe(redisChannels.sessionEnded).catch(() => undefined);
  };
  subscriber.on('ready', subscribe);
  if (subscriber.status === 'ready') subscribe();
  subscriber.on('message', (_channel, message) => {
    const { sessionId } = JSON.parse(message) as { sessionId?: unknown };
    if (typeof sessionId === 'string') ended(sessionId);
  });
}
