import { type ApiClient, createApiClient } from './api/api-client.ts';
import { type AuthStore, createAuthStore } from './auth/auth-store.ts';
import type { Gate } from './auth/gate.ts';
import { createNoticeStore, type NoticeStore } from './auth/notice.ts';
import type { Session } from './auth/session.ts';
import type { PageConfig } from './config.ts';
import type { PageParts } from './parts.ts';

/** What the components of the page work with. */
export interface Services {
  readonly parts: PageParts;
  readonly config: PageConfig;
  readonly gate: Gate;
  readonly store: AuthStore;
  readonly notices: NoticeStore;
  readonly session: Session;
  readonly api: ApiClient;
  /** What was typed and not sent, by user and document; kept in memory, across a login. */
  readonly drafts: Map<string, string>;
}

/** Composes the page’s parts. */
export function createServices(parts: PageParts, config: PageConfig): Services {
  const gate = parts.createGate();
  const store = createAuthStore(parts.storage, gate.open);
  const notices = createNoticeStore();
  const session = parts.createSession(parts, config, store, notices);
  const refresher = parts.createRefresher(parts, config, store);
  const api = createApiClient(parts, { config, gate, store, refresher, session });
  parts.followTabs(window, store, notices);
  return { parts, config, gate, store, notices, session, api, drafts: new Map() };
}
