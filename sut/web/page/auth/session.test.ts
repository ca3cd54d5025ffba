import { expect, test } from 'vitest';
import { config, memoryStorage, storedSession, testParts } from '../test-parts.ts';
import { createAuthStore } from './auth-store.ts';
import { createNoticeStore } from './notice.ts';
import { createSession } from './session.ts';

const answer = (revocation: string) => () =>
  Promise.resolve(Response.json({ success: true, message: 'Successfully logged out', revocation }));

test.each<[string, () => Promise<Response>, string]>([
  ['complete', answer('complete'), 'logged-out'],
  ['pending', answer('pending'), 'logged-out'],
  ['failed', answer('failed'), 'logged-out-here'],
  ['a 502', () => Promise.resolve(new Response('', { status: 502 })), 'logged-out-here'],
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), 'logged-out-here'],
])('after a logout answered with %s the page is logged out, and says what is true', async (_what, fetch, notice) => {
  const storage = memoryStorage(storedSession('t1'));
  const calls: Parameters<typeof globalThis.fetch>[] = [];
  const parts = testParts({
    storage: () => storage,
    fetch: (...call) => {
      calls.push(call);
      return fetch();
    },
  });
  const store = createAuthStore(parts.storage, () => undefined);
  const notices = createNoticeStore();
  const leaving = createSession(parts, config, store, notices).logOut();
  expect(store.getState().isAuthenticated).toBe(false);
  await leaving;
  expect(storage.values.size).toBe(0);
  expect(notices.getState().notice).toBe(notice);
  expect(calls[0]?.[0]).toBe('https://api.example/api/auth/logout');
  expect(new Headers(calls[0]?.[1]?.headers).get('authorization')).toBe('Bearer t1');
});
