import { expect, test } from 'vitest';
import { logoutAnswer, user } from '#contracts/consumer/examples.ts';
import { given, pactWithApi, shapes } from '#contracts/consumer/pact.ts';
import { states } from '#contracts/consumer/states.ts';
import type { Revocation } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { pageUnderTest } from '../page-under-test.ts';
import { withCookie } from '../test-parts.ts';

const credentials = { email: user.email, password: 'example-password' };
const bearer = { Authorization: given('sessionIsOpen', (value) => `Bearer ${value('accessToken')}`, 'Bearer example') };
/** What the page makes of each 503. */
const unreachable = { kind: 'unreachable', message: 'Cannot reach the server' };

/** An interaction with an api that came to `state`, and then lost its stores. */
const afterLoss = (state: 'emailIsFree' | 'userExists' | 'sessionIsOpen') =>
  pactWithApi('page').addInteraction().given(states[state].name).given(states.storesAreAway.name);

const entrances = [
  { what: 'a login while the stores are away', path: paths.login, state: 'userExists', enter: 'logIn' },
  { what: 'a registration while the stores are away', path: paths.register, state: 'emailIsFree', enter: 'register' },
] as const;

test.each(entrances)('$what is told to be no fault of the user', ({ what, path, state, enter }) =>
  afterLoss(state)
    .uponReceiving(what)
    .withRequest('POST', path, (request) => {
      request.headers({ 'Content-Type': 'application/json' }).jsonBody({
        email: given(state, (value) => value('email'), credentials.email),
        password: given(state, (value) => value('password'), credentials.password),
      });
    })
    .willRespondWith(503, (response) => {
      response.headers(shapes.json).jsonBody(shapes.error('store_unavailable'));
    })
    .executeTest(async ({ url }) => {
      const { session, store } = pageUnderTest({ apiOrigin: url });
      await expect(session[enter](credentials)).rejects.toMatchObject(unreachable);
      expect(store.getState().isAuthenticated).toBe(false);
    }),
);

test('a question that cannot be answered ends no session', () =>
  afterLoss('sessionIsOpen')
    .uponReceiving('a question while the stores are away')
    .withRequest('GET', paths.me, (request) => void request.headers(bearer))
    .willRespondWith(503, (response) => {
      response.headers(shapes.json).jsonBody(shapes.error('store_unavailable'));
    })
    .executeTest(async ({ url }) => {
      const { api, store, notices } = pageUnderTest({ apiOrigin: url, token: 'example' });
      await expect(api.send(paths.me)).rejects.toMatchObject(unreachable);
      expect(store.getState().accessToken).toBe('example');
      expect(notices.getState().notice).toBeNull();
    }));

test('a refresh that cannot be made ends no session', () =>
  afterLoss('sessionIsOpen')
    .uponReceiving('a refresh while the stores are away')
    .withRequest('POST', paths.refresh, (request) => {
      request.headers({
        Cookie: given('sessionIsOpen', (value) => `refresh_token=${value('refreshToken')}`, 'refresh_token=example'),
      });
    })
    .willRespondWith(503, (response) => {
      response.headers(shapes.json).jsonBody(shapes.error('store_unavailable'));
    })
    .executeTest(async ({ url }) => {
      const { refresher, store } = pageUnderTest({ apiOrigin: url, token: 'stale', change: { fetch: withCookie } });
      expect(await refresher.renew('stale')).toBe('unreachable');
      expect(store.getState().accessToken).toBe('stale');
    }));

const logouts: readonly {
  readonly what: string;
  readonly outage: 'storesAreAway' | 'blacklistIsAway';
  readonly revocation: Revocation;
  readonly notice: string;
}[] = [
  {
    what: 'a logout that can be recorded and told later only',
    outage: 'blacklistIsAway',
    revocation: 'pending',
    notice: 'logged-out',
  },
  {
    what: 'a logout that cannot be recorded',
    outage: 'storesAreAway',
    revocation: 'failed',
    notice: 'logged-out-here',
  },
];

test.each(logouts)('$what is told as it is', ({ what, outage, revocation, notice }) =>
  pactWithApi('page')
    .addInteraction()
    .given(states.sessionIsOpen.name)
    .given(states[outage].name)
    .uponReceiving(what)
    .withRequest('POST', paths.logout, (request) => void request.headers(bearer))
    .willRespondWith(200, (response) => {
      response.headers({ ...shapes.json, ...shapes.cookieCleared }).jsonBody(logoutAnswer(revocation));
    })
    .executeTest(async ({ url }) => {
      const { session, store, notices } = pageUnderTest({ apiOrigin: url, token: 'example' });
      await session.logOut();
      expect(store.getState().isAuthenticated).toBe(false);
      expect(notices.getState().notice).toBe(notice);
    }),
);
