import { createStore, type StoreApi } from 'zustand/vanilla';

/** Why the login page is shown, when it was not asked for. */
export type Notice = 'expired' | 'logged-out' | 'logged-out-here' | 'logged-out-elsewhere';

export type NoticeStore = StoreApi<{ readonly notice: Notice | null }>;

export function createNoticeStore(): NoticeStore {
  return createStore(() => ({ notice: null as Notice | null }));
}

export const noticeTexts: Readonly<Record<Notice, string>> = {
  expired: 'Session expired, please log in again',
  'logged-out': 'You are logged out.',
  'logged-out-here': 'You are logged out here; the server could not be told.',
  'logged-out-elsewhere': 'You were logged out in another tab.',
};
