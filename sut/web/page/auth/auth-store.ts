import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import { authStorageKey, type SessionAnswer, StoredAuth } from '#contracts/wire/auth.ts';
import { tolerant } from './tolerant-storage.ts';

export const loggedOut: StoredAuth = { isAuthenticated: false, user: null, accessToken: null };

/** Who is logged in, in memory and in the browser’s storage. */
export interface AuthStore {
  getState(): StoredAuth;
  subscribe(listener: () => void): () => void;
  logIn(answer: SessionAnswer): void;
  /** Forgets the session here and in storage; a reading of storage under way no longer counts. */
  clear(): void;
  /** Takes what storage holds now, also when that is nothing: another tab may have written it. */
  reload(): Promise<void>;
}

/**
 * Starts to read `storage` at once. `settled` is called when the stored session is in the state, or
 * when it is certain that there is none: also when storage is denied, unreadable or holds nonsense.
 */
export function createAuthStore(storage: () => StateStorage, settled: () => void): AuthStore {
  let read = false;
  let inMemoryOnly = false;
  const store = createStore<StoredAuth>()(
    persist(() => loggedOut, {
      name: authStorageKey,
      storage: createJSONStorage(() =>
        tolerant(storage(), () => {
          inMemoryOnly = true;
        }),
      ),
      partialize: ({ isAuthenticated, user, accessToken }) => ({ isAuthenticated, user, accessToken }),
      // Whoever logged in before a slow storage answered is not replaced by what it then says.
      merge: (stored, current) => (!read && current.isAuthenticated ? current : fromStorage(stored)),
      onRehydrateStorage: () => () => {
        read = true;
        settled();
      },
    }),
  );
  // Typed as always there, absent where the storage is denied: the session then lives in memory.
  const persistence = store.persist as typeof store.persist | undefined;
  if (persistence === undefined) settled();
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    logIn: ({ user, accessToken }) => store.setState({ isAuthenticated: true, user, accessToken }),
    clear() {
      store.setState(loggedOut);
      persistence?.clearStorage();
      settled();
    },
    reload: async () => (inMemoryOnly ? undefined : persistence?.rehydrate()),
  };
}

function fromStorage(stored: unknown): StoredAuth {
  const parsed = StoredAuth.safeParse(stored);
  const whole =
    parsed.success && parsed.data.isAuthenticated && parsed.data.accessToken !== null && parsed.data.user !== null;
  return whole ? parsed.data : loggedOut;
}
