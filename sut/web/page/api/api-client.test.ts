import { afterEach, expect, test, vi } from 'vitest';
import { paths } from '#contracts/wire/paths.ts';
import { pageUnderTest } from '../page-under-test.ts';
import { sessionAnswer } from '../test-parts.ts';

afterEach(() => void vi.unstubAllGlobals());

const refuse = (status: number, error: string) => Response.json({ error, message: error, requestId: 'r' }, { status });

/** A page with token t1, before a server that answers by `api` and `refresh`. */
function pageBefore(api: (token: string | null) => Response, refresh: () => Response = () => refuse(500, 'internal')) {
  const tokens: (string | null)[] = [];
  let refreshes = 0;
  const fetch: typeof globalThis.fetch = async (url, init) => {
    if (String(url).endsWith(paths.refresh)) {
      refreshes += 1;
      return refresh();
    }
    const token = new Headers(init?.headers).get('authorization');
    tokens.push(token);
    return api(token);
  };
  const { api: client, store, notices } = pageUnderTest({ token: 't1', change: { fetch } });
  return { client, store, notices, tokens, refreshes: () => refreshes };
}

test.each([
  [401, 'token_invalid', 'session-ended'],
  [401, 'token_revoked', 'session-ended'],
  [401, 'token_missing', 'refused'],
  [401, 'invalid_credentials', 'refused'],
  [403, 'origin_not_allowed', 'refused'],
  [404, 'not_found', 'refused'],
  [503, 'store_unavailable', 'unreachable'],
  [502, 'upstream_unreachable', 'unreachable'],
])('%i %s is %s, and only an ended session is forgotten', async (status, code, kind) => {
  const { client, store, notices } = pageBefore(() => refuse(status, code));
  await expect(client.send('/api/x')).rejects.toMatchObject({ kind });
  expect(store.getState().accessToken).toBe(kind === 'session-ended' ? null : 't1');
  expect(notices.getState().notice).toBe(kind === 'session-ended' ? 'expired' : null);
});

test('a 401 that none of our services wrote says nothing about the session', async () => {
  const { client, store } = pageBefore(() => new Response('<html>', { status: 401 }));
  await expect(client.send('/api/x')).rejects.toMatchObject({ kind: 'refused' });
  expect(store.getState().accessToken).toBe('t1');
});

test('a network failure keeps the session', async () => {
  const { client, store } = pageBefore(() => {
    throw new TypeError('Failed to fetch');
  });
  await expect(client.send('/api/x')).rejects.toMatchObject({ kind: 'unreachable' });
  expect(store.getState().accessToken).toBe('t1');
});

const expiredUnless = (good: string) => (token: string | null) =>
  token === `Bearer ${good}` ? Response.json({}) : refuse(401, 'token_expired');

test.each([
  ['with locks between tabs', navigator],
  ['without', {}],
])('an expired token is renewed once for all that wait, and each request repeated once, %s', async (_what, found) => {
  vi.stubGlobal('navigator', found);
  const page = pageBefore(expiredUnless('t2'), () => Response.json(sessionAnswer('t2')));
  const answers = await Promise.all([1, 2, 3].map(() => page.client.send('/api/x')));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(page.refreshes()).toBe(1);
  expect(page.tokens).toHaveLength(6);
});

test.each([
  [() => refuse(401, 'refresh_invalid'), 'session-ended', null],
  [() => refuse(503, 'store_unavailable'), 'unreachable', 't1'],
  [() => refuse(429, 'rate_limited'), 'unreachable', 't1'],
  [
    () => {
      throw new TypeError('Failed to fetch');
    },
    'unreachable',
    't1',
  ],
])('a refresh that is refused ends the session, one that fails does not (%#)', async (refresh, kind, token) => {
  const { client, store } = pageBefore(expiredUnless('t2'), refresh);
  await expect(client.send('/api/x')).rejects.toMatchObject({ kind });
  expect(store.getState().accessToken).toBe(token);
});

test('a token that expires again right after its renewal is no loop', async () => {
  const page = pageBefore(expiredUnless('never'), () => Response.json(sessionAnswer('t2')));
  await expect(page.client.send('/api/x')).rejects.toMatchObject({ kind: 'session-ended' });
  expect(page.refreshes()).toBe(1);
  expect(page.tokens).toHaveLength(2);
});

test('without a token nothing is sent', async () => {
  const page = pageBefore(() => Response.json({}));
  page.store.clear();
  await expect(page.client.send('/api/x')).rejects.toMatchObject({ kind: 'not-logged-in' });
  expect(page.tokens).toEqual([]);
});
