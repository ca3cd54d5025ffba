import type { FastifyCorsOptions } from '@fastify/cors';
import type { Blacklist } from '../common/blacklist.ts';
import type { DiscardRest } from '../common/discard-rest.ts';
import type { JudgeSecrets } from '../common/jwt-secret.ts';
import type { Logger } from '../common/log.ts';
import type { ModelClient } from '../common/model-client.ts';
import type { IsOwnOrigin } from '../common/own-origin.ts';
import type { Redis } from '../common/redis.ts';
import type { SettingsOf } from '../common/settings.ts';
import type { TokenIssuer, TokenVerifier } from '../common/tokens.ts';
import type { Access, EndpointName } from './access.ts';
import type { AnswerLog } from './answers/answer-log.ts';
import type { Answers } from './answers/answers.ts';
import type { FollowRemote } from './answers/remote-answer.ts';
import type { Sse } from './answers/sse.ts';
import type { Audit } from './audit.ts';
import type { Accounts } from './auth/accounts.ts';
import type { LoginLimits } from './auth/login-limits.ts';
import type { Passwords } from './auth/passwords.ts';
import type { Sessions } from './auth/sessions.ts';
import type { Documents } from './documents/documents.ts';
import type { Messages } from './documents/messages.ts';
import type { Endpoint } from './endpoints/endpoint.ts';
import type { Health, Progress } from './health.ts';
import type { Client } from './http/client.ts';
import type { Credentials } from './http/credentials.ts';
import type { DescribeError } from './http/describe-error.ts';
import type { RefreshCookie } from './http/refresh-cookie.ts';
import type { Metrics } from './metrics.ts';
import type { BlacklistWriter } from './revocation/blacklist-writer.ts';
import type { EndSession } from './revocation/end-session.ts';
import type { Trust } from './revocation/gate.ts';
import type { Ledger } from './revocation/ledger.ts';
import type { OpenStreams } from './revocation/open-streams.ts';
import type { Unrecorded } from './revocation/unrecorded.ts';

export type ApiSettings = SettingsOf<'api'>;

/**
 * All that the api is made of. No part holds another one that could be wrapped: what needs others gets
 * `parts` with each call.
 */
export interface Parts {
  readonly settings: ApiSettings;
  readonly log: Logger;

  readonly endpoints: Readonly<Record<EndpointName, Endpoint>>;
  readonly access: Readonly<Record<EndpointName, Access>>;
  readonly client: Client;
  readonly cors: FastifyCorsOptions;
  readonly credentials: Credentials;
  readonly describeError: DescribeError;
  readonly discardRest: DiscardRest;
  readonly isOwnOrigin: IsOwnOrigin;
  readonly refreshCookie: RefreshCookie;

  readonly accounts: Accounts;
  readonly loginLimits: LoginLimits;
  readonly judgeSecrets: JudgeSecrets;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly tokens: TokenVerifier & TokenIssuer;

  readonly blacklist: Blacklist;
  readonly blacklistWriter: BlacklistWriter;
  readonly endSession: EndSession;
  readonly ledger: Ledger;
  readonly openStreams: OpenStreams;
  readonly trust: Trust;
  readonly unrecorded: Unrecorded;

  readonly documents: Documents;
  readonly messages: Messages;

  readonly answerLog: AnswerLog;
  readonly answers: Answers;
  readonly followRemote: FollowRemote;
  readonly model: ModelClient;
  readonly sse: Sse;

  readonly audit: Audit;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly progress: Progress;
  /** The client of Redis, whose manner of failing and coming back others rely on. */
  readonly redis: Redis;
  /** The schema, step by step. */
  readonly migrations: readonly string[];
  /** Brings the schema up to date with `migrations`. */
  migrate(migrations: readonly string[]): Promise<void>;
  /** Calls `ended` for each session that any replica ends, and `back` whenever Redis comes (back). */
  listen(handlers: { ended(sessionId: string): void; back(): void }): void;
  /** Releases the connections to the stores. */
  disconnect(): Promise<void>;
}
