import { createApiClient } from './api/api-client.ts';
import { createAuthStore } from './auth/auth-store.ts';
import { createGate } from './auth/gate.ts';
import { createNoticeStore } from './auth/notice.ts';
import { createRefresher } from './auth/refresh.ts';
import { createSession } from './auth/session.ts';
import type { PageParts } from './parts.ts';
import { config as defaults, memoryStorage, storedSession, testParts } from './test-parts.ts';

interface Setting {
  readonly apiOrigin?: string;
  /** Token of the stored session; without one nobody is logged in. */
  readonly token?: string;
  readonly change?: Partial<PageParts>;
}

/** The page without its components, before the api at `apiOrigin`. */
export function pageUnderTest({ apiOrigin = defaults.apiOrigin, token, change = {} }: Setting = {}) {
  const storage = memoryStorage(token === undefined ? undefined : storedSession(token));
  const parts = testParts({ storage: () => storage, ...change });
  const config = { ...defaults, apiOrigin };
  const gate = createGate(1000);
  const store = createAuthStore(parts.storage, gate.open);
  const notices = createNoticeStore();
  const session = createSession(parts, config, store, notices);
  const refresher = createRefresher(parts, config, store);
  const api = createApiClient(parts, { config, gate, store, session, refresher });
  return { storage, gate, store, notices, session, api, refresher };
}
