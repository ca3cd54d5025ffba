import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StateStorage } from 'zustand/middleware';
import { authStorageKey } from '#contracts/wire/auth.ts';
import { memoryStorage, sessionAnswer, storedSession } from '../test-parts.ts';
import { admit } from './admit.ts';
import { createAuthStore } from './auth-store.ts';
import { createGate } from './gate.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => void vi.useRealTimers());

function open(storage: () => StateStorage) {
  const gate = createGate(1500);
  const store = createAuthStore(storage, gate.open);
  return { gate, store, shown: () => admit(gate.isOpen(), store.getState()) };
}

/** Answers after `ms`, as a store that decrypts does. */
function slow(storage: StateStorage, ms: number): StateStorage {
  const after = (value: unknown) => new Promise<string | null>((resolve) => setTimeout(resolve, ms, value));
  return { ...storage, getItem: (name) => after(storage.getItem(name)) };
}

test('a synchronous storage is known at once, before anybody could listen', () => {
  expect(open(() => memoryStorage(storedSession('t1'))).shown()).toBe('content');
  expect(open(() => memoryStorage()).shown()).toBe('login');
});

test('an asynchronous storage is waited for', async () => {
  const { shown, store } = open(() => slow(memoryStorage(storedSession('t1')), 400));
  expect(shown()).toBe('loading');
  await vi.advanceTimersByTimeAsync(399);
  expect(shown()).toBe('loading');
  await vi.advanceTimersByTimeAsync(1);
  expect(shown()).toBe('content');
  expect(store.getState().accessToken).toBe('t1');
});

test.each<[string, () => StateStorage]>([
  ['holds half a JSON text', () => memoryStorage('{bad')],
  ['holds another shape', () => memoryStorage('{"state":{"accessToken":7},"version":0}')],
  ['holds a session without its token', () => memoryStorage(storedSession('').replace('""', 'null'))],
  [
    'throws when read',
    () => ({
      ...memoryStorage(),
      getItem: () => {
        throw new Error('denied');
      },
    }),
  ],
  ['rejects when read', () => ({ ...memoryStorage(), getItem: () => Promise.reject(new Error('denied')) })],
  [
    'is denied',
    () => {
      throw new Error('denied');
    },
  ],
  ['never answers', () => ({ ...memoryStorage(), getItem: () => new Promise<string>(() => undefined) })],
])('a storage that %s leads to the login within 2 s, and a login then works', async (what, storage) => {
  const { shown, store } = open(storage);
  await vi.advanceTimersByTimeAsync(what === 'never answers' ? 2000 : 0);
  expect(shown()).toBe('login');
  store.logIn(sessionAnswer('t2'));
  expect(shown()).toBe('content');
});

test('a login that cannot be stored lives in memory, also when storage is read again', async () => {
  const full = {
    ...memoryStorage(),
    setItem: () => {
      throw new Error('quota');
    },
  };
  const { store } = open(() => full);
  store.logIn(sessionAnswer('t1'));
  await store.reload();
  expect(store.getState().accessToken).toBe('t1');
});

test('a logout while storage is being read does not bring the old token back', async () => {
  const storage = memoryStorage(storedSession('t1'));
  const { store, shown } = open(() => slow(storage, 300));
  store.clear();
  await vi.advanceTimersByTimeAsync(1000);
  expect(shown()).toBe('login');
  expect(storage.values.size).toBe(0);
});

test('a login before a late storage answers is not replaced by what was stored', async () => {
  const { store } = open(() => slow(memoryStorage(storedSession('old')), 300));
  store.logIn(sessionAnswer('new'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.getState().accessToken).toBe('new');
});

test('exactly isAuthenticated, user and accessToken are stored', () => {
  const storage = memoryStorage();
  open(() => storage).store.logIn(sessionAnswer('t1'));
  const stored = JSON.parse(storage.values.get(authStorageKey) ?? '') as { state: object };
  expect(Object.keys(stored.state).sort()).toEqual(['accessToken', 'isAuthenticated', 'user']);
});
