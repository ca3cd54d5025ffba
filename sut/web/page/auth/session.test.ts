import { expect, test } from 'vitest';
import { logoutAnswer } from '#contracts/consumer/examples.ts';
import { handle, type Reply } from '#contracts/consumer/handler.ts';
import { mockApi } from '#contracts/consumer/mock-api.ts';
import { mockNetwork } from '#contracts/consumer/network.ts';
import { pageUnderTest } from '../page-under-test.ts';
import { config } from '../test-parts.ts';

const origin = config.apiOrigin;
const answered = (revocation: 'complete' | 'pending' | 'failed'): Reply => ({
  status: 200,
  body: logoutAnswer(revocation),
});

test.each<[string, Reply, string]>([
  ['complete', answered('complete'), 'logged-out'],
  ['pending', answered('pending'), 'logged-out'],
  ['failed', answered('failed'), 'logged-out-here'],
  ['a 502', 'upstream_unreachable', 'logged-out-here'],
  ['no answer', 'no answer', 'logged-out-here'],
])('after a logout answered with %s the page is logged out, and says what is true', async (_what, reply, notice) => {
  const tokens: (string | undefined)[] = [];
  const logout = handle(origin, 'logout', ({ token }) => {
    tokens.push(token);
    return reply;
  });
  using _network = mockNetwork([logout]);
  const { session, store, storage, notices } = pageUnderTest({ token: 't1' });
  const leaving = session.logOut();
  expect(store.getState().isAuthenticated).toBe(false);
  await leaving;
  expect(storage.values.size).toBe(0);
  expect(notices.getState().notice).toBe(notice);
  expect(tokens).toEqual(['t1']);
});

test('who registers is logged in, and may log in again after a logout', async () => {
  using _network = mockNetwork(mockApi(origin));
  const { session, store } = pageUnderTest();
  const credentials = { email: 'ben@garden.example', password: 'long enough' };
  await session.register(credentials);
  const { accessToken } = store.getState();
  await session.logOut();
  await session.logIn(credentials);
  expect(store.getState()).toMatchObject({ isAuthenticated: true, user: { email: credentials.email } });
  expect(store.getState().accessToken).not.toBe(accessToken);
});

test.each<[string, Reply, string]>([
  ['a wrong password', 'invalid_credentials', 'Email or password is wrong'],
  ['too many attempts', 'rate_limited', 'Too many failed attempts, try again later'],
  ['an outage', 'store_unavailable', 'Cannot reach the server'],
  ['no answer', 'no answer', 'Cannot reach the server'],
])('%s is told in words, and nobody is logged in', async (_what, reply, message) => {
  using _network = mockNetwork([handle(origin, 'login', reply)]);
  const { session, store } = pageUnderTest();
  await expect(session.logIn({ email: 'ben@garden.example', password: 'p' })).rejects.toThrow(message);
  expect(store.getState().isAuthenticated).toBe(false);
});
