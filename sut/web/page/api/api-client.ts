import type { AuthStore } from '../auth/auth-store.ts';
import type { Gate } from '../auth/gate.ts';
import type { Refresher } from '../auth/refresh.ts';
import type { Session } from '../auth/session.ts';
import type { PageConfig } from '../config.ts';
import type { PageParts } from '../parts.ts';
import { PageError, sessionEnded, unreachable } from './page-error.ts';
import { readRefusal } from './refusal.ts';

export interface ApiRequest {
  readonly method?: 'GET' | 'POST';
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Requests that need a session. */
export interface ApiClient {
  /** Waits for the stored session, sends with its token, renews it once if it has expired. Rejects with PageError unless 2xx. */
  send(path: string, request?: ApiRequest): Promise<Response>;
}

interface Needs {
  readonly config: PageConfig;
  readonly gate: Gate;
  readonly store: AuthStore;
  readonly refresher: Refresher;
  readonly session: Session;
}

export function createApiClient(parts: PageParts, { config, gate, store, refresher, session }: Needs): ApiClient {
  const attempt = async (path: string, request: ApiRequest, token: string | null): Promise<Response> => {
    const headers = new Headers(request.headers);
    parts.attachToken(headers, token);
    if (request.json !== undefined) headers.set('content-type', 'application/json');
    try {
      return await parts.fetch(config.apiOrigin + path, {
        method: request.method ?? 'GET',
        headers,
        credentials: 'include',
        cache: 'no-store',
        body: request.json === undefined ? null : JSON.stringify(request.json),
        signal: request.signal ?? null,
      });
    } catch (error) {
      if (request.signal?.aborted) throw error;
      throw unreachable(error, config);
    }
  };

  /** True when another token is there to try once more. */
  const renewed = async (token: string): Promise<boolean> => {
    if (store.getState().accessToken !== token) return store.getState().accessToken !== null;
    const outcome = await refresher.renew(token);
    if (outcome === 'unreachable') throw unreachable();
    if (outcome === 'renewed') return true;
    session.expire(token);
    throw sessionEnded();
  };

  return {
    async send(path, request = {}) {
      await gate.opened;
      for (let last = false; ; last = true) {
        const token = store.getState().accessToken;
        const response = await attempt(path, request, token);
        if (response.ok) return response;
        const refusal = await readRefusal(response);
        const judgement = parts.judgeRefusal(refusal);
        if (judgement === 'unrelated' || token === null) throw PageError.of(refusal);
        // A token that was replaced while it was under way says nothing about the session.
        if (!last && (judgement === 'renew' || store.getState().accessToken !== token) && (await renewed(token)))
          continue;
        session.expire(token);
        throw sessionEnded();
      }
    },
  };
}
