import { authStorageKey } from '#contracts/wire/auth.ts';
import type { AuthStore } from './auth-store.ts';
import type { NoticeStore } from './notice.ts';

/** Keeps this tab’s session that of the others: a login, a refresh or a logout there is one here. */
export type FollowTabs = (target: Window, store: AuthStore, notices: NoticeStore) => () => void;

export const followTabs: FollowTabs = (target, store, notices) => {
  const reload = async () => {
    const { isAuthenticated } = store.getState();
    await store.reload();
    if (isAuthenticated && !store.getState().isAuthenticated) notices.setState({ notice: 'logged-out-elsewhere' });
  };
  const follow = ({ key }: StorageEvent) => {
    // A null key is localStorage.clear().
    if (key === authStorageKey || key === null) reload().catch(() => undefined);
  };
  target.addEventListener('storage', follow);
  return () => target.removeEventListener('storage', follow);
};
