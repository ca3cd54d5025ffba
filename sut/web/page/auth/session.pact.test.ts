import { expect, test } from 'vitest';
import { logoutAnswer, sessionAnswer, user } from '#contracts/consumer/examples.ts';
import { given, pactWithApi, shapes } from '#contracts/consumer/pact.ts';
import { states } from '#contracts/consumer/states.ts';
import { MeAnswer } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { pageUnderTest } from '../page-under-test.ts';
import { withCookie } from '../test-parts.ts';

const credentials = { email: user.email, password: 'example-password' };
const asJson = { 'Content-Type': 'application/json' };
const bearerOf = (state: 'sessionIsOpen' | 'sessionWasLoggedOut') => ({
  Authorization: given(state, (value) => `Bearer ${value('accessToken')}`, 'Bearer example'),
});

test('a login opens a session, which the page keeps', () =>
  pactWithApi('page')
    .addInteraction()
    .given(states.userExists.name)
    .uponReceiving('a login with the right password')
    .withRequest('POST', paths.login, (request) => {
      request.headers(asJson).jsonBody({
        email: given('userExists', (value) => value('email'), credentials.email),
        password: given('userExists', (value) => value('password'), credentials.password),
      });
    })
    .willRespondWith(200, (response) => {
      response.headers({ ...shapes.json, ...shapes.cookieSet }).jsonBody(shapes.session);
    })
    .executeTest(async ({ url }) => {
      const { session, store } = pageUnderTest({ apiOrigin: url });
      await session.logIn(credentials);
      const { accessToken } = sessionAnswer;
      expect(store.getState()).toMatchObject({ isAuthenticated: true, user, accessToken });
    }));

test('a registration opens a session, which the page keeps', () =>
  pactWithApi('page')
    .addInteraction()
    .given(states.emailIsFree.name)
    .uponReceiving('a registration with a new email')
    .withRequest('POST', paths.register, (request) => {
      request.headers(asJson).jsonBody({
        email: given('emailIsFree', (value) => value('email'), credentials.email),
        password: given('emailIsFree', (value) => value('password'), credentials.password),
      });
    })
    .willRespondWith(201, (response) => {
      response.headers({ ...shapes.json, ...shapes.cookieSet }).jsonBody(shapes.session);
    })
    .executeTest(async ({ url }) => {
      const { session, store } = pageUnderTest({ apiOrigin: url });
      await session.register(credentials);
      expect(store.getState()).toMatchObject({ isAuthenticated: true, user });
    }));

test('an email that is taken is said in the api’s words', () =>
  pactWithApi('page')
    .addInteraction()
    .given(states.userExists.name)
    .uponReceiving('a registration with an email that is taken')
    .withRequest('POST', paths.register, (request) => {
      request.headers(asJson).jsonBody({
        email: given('userExists', (value) => value('email'), credentials.email),
        password: given('userExists', (value) => value('password'), credentials.password),
      });
    })
    .willRespondWith(409, (response) => {
      response.headers(shapes.json).jsonBody(shapes.error('email_taken'));
    })
    .executeTest(async ({ url }) => {
      const { session } = pageUnderTest({ apiOrigin: url });
      await expect(session.register(credentials)).rejects.toMatchObject({
        kind: 'refused',
        message: 'Email already registered',
      });
    }));

const refreshes = [
  { what: 'a refresh of an open session', state: 'sessionIsOpen', outcome: 'renewed' },
  { what: 'a refresh of a session that was logged out', state: 'sessionWasLoggedOut', outcome: 'ended' },
] as const;

test.each(refreshes)('$what is understood', async ({ what, state, outcome }) => {
  await pactWithApi('page')
    .addInteraction()
    .given(states[state].name)
    .uponReceiving(what)
    .withRequest('POST', paths.refresh, (request) => {
      request.headers({
        Cookie: given(state, (value) => `refresh_token=${value('refreshToken')}`, 'refresh_token=example'),
      });
    })
    .willRespondWith(outcome === 'renewed' ? 200 : 401, (response) => {
      if (outcome === 'renewed') response.headers({ ...shapes.json, ...shapes.cookieSet }).jsonBody(shapes.session);
      else response.headers(shapes.json).jsonBody(shapes.error('refresh_invalid'));
    })
    .executeTest(async ({ url }) => {
      const { refresher, store } = pageUnderTest({ apiOrigin: url, token: 'stale', change: { fetch: withCookie } });
      expect(await refresher.renew('stale')).toBe(outcome);
      if (outcome === 'renewed') expect(store.getState().accessToken).toBe(sessionAnswer.accessToken);
    });
});

test('a wrong password is said in the api’s words', () =>
  pactWithApi('page')
    .addInteraction()
    .given(states.userExists.name)
    .uponReceiving('a login with a wrong password')
    .withRequest('POST', paths.login, (request) => {
      request.headers(asJson).jsonBody({
        email: given('userExists', (value) => value('email'), credentials.email),
        password: 'not-the-password',
      });
    })
    .willRespondWith(401, (response) => {
      response.headers(shapes.json).jsonBody(shapes.error('invalid_credentials'));
    })
    .executeTest(async ({ url }) => {
      const { session } = pageUnderTest({ apiOrigin: url });
      await expect(session.logIn({ ...credentials, password: 'not-the-password' })).rejects.toMatchObject({
        kind: 'refused',
        message: 'Email or password is wrong',
      });
    }));

test('who is logged in', () =>
  pactWithApi('page')
    .addInteraction()
    .given(states.sessionIsOpen.name)
    .uponReceiving('a question who the bearer is')
    .withRequest('GET', paths.me, (request) => void request.headers(bearerOf('sessionIsOpen')))
    .willRespondWith(200, (response) => {
      response.headers(shapes.json).jsonBody(shapes.me);
    })
    .executeTest(async ({ url }) => {
      const { api } = pageUnderTest({ apiOrigin: url, token: 'example' });
      expect(MeAnswer.parse(await (await api.send(paths.me)).json()).user).toEqual(user);
    }));

test('a session that was logged out elsewhere ends here', () =>
  pactWithApi('page')
    .addInteraction()
    .given(states.sessionWasLoggedOut.name)
    .uponReceiving('a question with a token that was logged out')
    .withRequest('GET', paths.me, (request) => void request.headers(bearerOf('sessionWasLoggedOut')))
    .willRespondWith(401, (response) => {
      response.headers(shapes.json).jsonBody(shapes.error('token_revoked'));
    })
    .executeTest(async ({ url }) => {
      const { api, store, notices } = pageUnderTest({ apiOrigin: url, token: 'example' });
      await expect(api.send(paths.me)).rejects.toMatchObject({ kind: 'session-ended' });
      expect(store.getState().isAuthenticated).toBe(false);
      expect(notices.getState().notice).toBe('expired');
    }));

const logouts = [
  {
    what: 'a logout with the token of a session',
    state: states.sessionIsOpen.name,
    expected: bearerOf('sessionIsOpen'),
    token: 'example',
  },
  {
    what: 'a second logout with the token of a session',
    state: states.sessionWasLoggedOut.name,
    expected: bearerOf('sessionWasLoggedOut'),
    token: 'example',
  },
  { what: 'a logout without a token', expected: {} },
];

test.each(logouts)('$what is believed', async ({ what, state, expected, token }) => {
  const empty = pactWithApi('page').addInteraction();
  await (state === undefined ? empty : empty.given(state))
    .uponReceiving(what)
    .withRequest('POST', paths.logout, (request) => void request.headers(expected))
    .willRespondWith(200, (response) => {
      response.headers({ ...shapes.json, ...shapes.cookieCleared }).jsonBody(logoutAnswer('complete'));
    })
    .executeTest(async ({ url }) => {
      const { session, notices } = pageUnderTest({ apiOrigin: url, ...(token === undefined ? {} : { token }) });
      await session.logOut();
      // Anything but an understood `complete` would leave `logged-out-here`.
      expect(notices.getState().notice).toBe('logged-out');
    });
});
