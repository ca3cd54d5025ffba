import type { StateStorage } from 'zustand/middleware';
import { authStorageKey, type StoredAuth } from '#contracts/wire/auth.ts';
import { createPageParts, type PageParts } from './parts.ts';

const user = { id: '7f0c1c1e-8a53-4b7e-9d5c-0d4a6c1b2e3f', email: 'ada@garden.example', role: 'user' as const };
export const config = { apiOrigin: 'https://api.example', sameOrigin: false, timingDivisor: 1 };

export const sessionAnswer = (accessToken: string) => ({ user, accessToken, expiresIn: 1800 });

export const storedSession = (accessToken: string): string =>
  JSON.stringify({ state: { isAuthenticated: true, user, accessToken } satisfies StoredAuth, version: 0 });

/** A storage in memory, with `value` as the stored session. */
export function memoryStorage(value?: string): StateStorage & { readonly values: Map<string, string> } {
  const values = new Map(value === undefined ? [] : [[authStorageKey, value]]);
  return {
    values,
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, text) => void values.set(name, text),
    removeItem: (name) => void values.delete(name),
  };
}

/** As a browser does: its jar sends the cookie, and no script sees it. */
export const withCookie: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('cookie', 'refresh_token=example');
  return fetch(input, { ...init, headers });
};

/** The real parts, with `change` in place of what a browser gives. */
export function testParts(change: Partial<PageParts>): PageParts {
  return { ...createPageParts(), backoff: () => 0, ...change };
}
