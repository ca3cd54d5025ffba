import { type LoginRequest, LogoutAnswer, SessionAnswer } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { PageError, unreachable } from '../api/page-error.ts';
import { readRefusal } from '../api/refusal.ts';
import type { PageConfig } from '../config.ts';
import type { PageParts } from '../parts.ts';
import type { AuthStore } from './auth-store.ts';
import type { NoticeStore } from './notice.ts';

export interface Session {
  /** Rejects with a PageError that says why not. */
  logIn(credentials: LoginRequest): Promise<void>;
  register(credentials: LoginRequest): Promise<void>;
  /** Logged out here at once; resolves when the server was told, or could not be. Never rejects. */
  logOut(): Promise<void>;
  /** The server no longer accepts `token`: if it is still the current one, the session is over. */
  expire(token: string | null): void;
}

/** Longest wait for the server to be told of a logout. */
const logoutTimeoutMs = 5000;
const answerTimeoutMs = 15_000;

export function createSession(parts: PageParts, config: PageConfig, store: AuthStore, notices: NoticeStore): Session {
  let leaving: Promise<void> = Promise.resolve();

  const enter = async (path: string, credentials: LoginRequest) => {
    // The answer to a logout clears the refresh cookie, the new one too if it came later.
    await leaving;
    const response = await parts
      .fetch(config.apiOrigin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        credentials: 'include',
        body: JSON.stringify(credentials),
        signal: AbortSignal.timeout(answerTimeoutMs),
      })
      .catch((cause: unknown) => {
        throw unreachable(cause, config);
      });
    if (!response.ok) throw PageError.of(await readRefusal(response));
    const answer = SessionAnswer.parse(await response.json());
    notices.setState({ notice: null });
    store.logIn(answer);
  };

  const tellServer = async (token: string | null): Promise<boolean> => {
    const url = config.sameOrigin ? paths.webLogout : config.apiOrigin + paths.logout;
    try {
      const response = await parts.fetch(url, {
        method: 'POST',
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
        credentials: 'include',
        keepalive: true,
        signal: AbortSignal.timeout(logoutTimeoutMs),
      });
      return LogoutAnswer.parse(await response.json()).revocation !== 'failed';
    } catch {
      return false;
    }
  };

  return {
    logIn: (credentials) => enter(paths.login, credentials),
    register: (credentials) => enter(paths.register, credentials),
    async logOut() {
      const { accessToken } = store.getState();
      notices.setState({ notice: 'logged-out' });
      store.clear();
      const told = tellServer(accessToken);
      leaving = told.then(() => undefined);
      if (!(await told))
        notices.setState(({ notice }) => ({ notice: notice === 'logged-out' ? 'logged-out-here' : notice }));
    },
    expire(token) {
      if (token === null || store.getState().accessToken !== token) return;
      notices.setState({ notice: 'expired' });
      store.clear();
    },
  };
}
