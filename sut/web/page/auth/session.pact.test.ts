import { expect, test } from 'vitest';
import { sessionAnswer, user } from '#contracts/consumer/examples.ts';
import { given, pactWithApi, shapes } from '#contracts/consumer/pact.ts';
import { states } from '#contracts/consumer/states.ts';
import { MeAnswer } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { pageUnderTest } from '../page-under-test.ts';

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
  { what: 'a logout without a token', expected: {} },
];

test.each(logouts)('$what is believed', async ({ what, state, expected, token }) => {
  const empty = pactWithApi('page').addInteraction();
  await (state === undefined ? empty : empty.given(state))
    .uponReceiving(what)
    .withRequest('POST', paths.logout, (request) => void request.headers(expected))
    .willRespondWith(200, (response) => {
      response.headers({ ...shapes.json, ...shapes.cookieCleared }).jsonBody(shapes.loggedOut);
    })
    .executeTest(async ({ url }) => {
      const { session, notices } = pageUnderTest({ apiOrigin: url, ...(token === undefined ? {} : { token }) });
      await session.logOut();
      // Anything but an understood `complete` would leave `logged-out-here`.
      expect(notices.getState().notice).toBe('logged-out');
    });
});
