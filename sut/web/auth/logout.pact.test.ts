import { expect, test } from 'vitest';
import { logoutAnswer } from '#contracts/consumer/examples.ts';
import { given, pactWithApi, shapes } from '#contracts/consumer/pact.ts';
import { states } from '#contracts/consumer/states.ts';
import { paths } from '#contracts/wire/paths.ts';
import { startWeb } from '../web-under-test.ts';

const token = { authorization: 'Bearer example' };
const cookie = { cookie: 'refresh_token=example' };
const bearerOf = (state: 'sessionIsOpen' | 'sessionWasLoggedOut') =>
  given(state, (value) => `Bearer ${value('accessToken')}`, token.authorization);
const cookieOf = (state: 'sessionIsOpen') =>
  given(state, (value) => `refresh_token=${value('refreshToken')}`, cookie.cookie);

/** What the api gets, the state that it must have come to, and what the client sent to the web tier. */
const logouts = [
  {
    what: 'a logout with the token and the cookie of a session',
    state: states.sessionIsOpen.name,
    expected: { Authorization: bearerOf('sessionIsOpen'), Cookie: cookieOf('sessionIsOpen') },
    sent: { ...token, ...cookie },
  },
  {
    what: 'a logout with a token that was logged out before',
    state: states.sessionWasLoggedOut.name,
    expected: { Authorization: bearerOf('sessionWasLoggedOut') },
    sent: token,
  },
  {
    what: 'a logout with a token that nobody issued',
    expected: { Authorization: 'Bearer garbage' },
    sent: { authorization: 'Bearer garbage' },
  },
  { what: 'a logout without a token', expected: {}, sent: {} },
];

test.each(logouts)('$what is answered, and the answer understood', async ({ what, state, expected, sent }) => {
  const empty = pactWithApi('web').addInteraction();
  await (state === undefined ? empty : empty.given(state))
    .uponReceiving(what)
    .withRequest('POST', paths.logout, (request) => void request.headers(expected))
    .willRespondWith(200, (response) => {
      response.headers({ ...shapes.json, ...shapes.cookieCleared }).jsonBody(shapes.loggedOut);
    })
    .executeTest(async ({ url }) => {
      await using web = await startWeb(url);
      const answer = await fetch(`${web.url}${paths.webLogout}`, { method: 'POST', headers: sent });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual(logoutAnswer('complete'));
      expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^refresh_token=;/)]);
    });
});
