import { expect, test } from 'vitest';
import { logoutAnswer } from '#contracts/consumer/examples.ts';
import { given, pactWithApi, shapes } from '#contracts/consumer/pact.ts';
import { states } from '#contracts/consumer/states.ts';
import type { Revocation } from '#contracts/wire/auth.ts';
import { paths } from '#contracts/wire/paths.ts';
import { startWeb } from '../web-under-test.ts';

type StateOfSession = 'sessionIsOpen' | 'sessionWasLoggedOut';
interface Logout {
  readonly what: string;
  /** What the api must have come to. */
  readonly given: readonly (keyof typeof states)[];
  /** What the api gets, and what the client sent to the web tier. */
  readonly expected: Record<string, ReturnType<typeof given> | string>;
  readonly sent: Record<string, string>;
  readonly revocation: Revocation;
}

const token = { authorization: 'Bearer example' };
const cookie = { cookie: 'refresh_token=example' };
const bearerOf = (state: StateOfSession) =>
  given(state, (value) => `Bearer ${value('accessToken')}`, token.authorization);
const cookieOf = (state: StateOfSession) =>
  given(state, (value) => `refresh_token=${value('refreshToken')}`, cookie.cookie);

const both = {
  expected: { Authorization: bearerOf('sessionIsOpen'), Cookie: cookieOf('sessionIsOpen') },
  sent: { ...token, ...cookie },
};

const logouts: readonly Logout[] = [
  {
    what: 'a logout with the token and the cookie of a session',
    given: ['sessionIsOpen'],
    ...both,
    revocation: 'complete',
  },
  {
    what: 'a logout with a token that was logged out before',
    given: ['sessionWasLoggedOut'],
    expected: { Authorization: bearerOf('sessionWasLoggedOut') },
    sent: token,
    revocation: 'complete',
  },
  {
    what: 'a logout with a token that nobody issued',
    given: [],
    expected: { Authorization: 'Bearer garbage' },
    sent: { authorization: 'Bearer garbage' },
    revocation: 'complete',
  },
  { what: 'a logout without a token', given: [], expected: {}, sent: {}, revocation: 'complete' },
  {
    what: 'a logout that can be recorded and told later only',
    given: ['sessionIsOpen', 'blacklistIsAway'],
    ...both,
    revocation: 'pending',
  },
  {
    what: 'a logout that cannot be recorded',
    given: ['sessionIsOpen', 'storesAreAway'],
    ...both,
    revocation: 'failed',
  },
];

test.each(logouts)('$what is answered, and the answer understood', async (logout) => {
  const interaction = pactWithApi('web').addInteraction();
  for (const state of logout.given) interaction.given(states[state].name);
  await interaction
    .uponReceiving(logout.what)
    .withRequest('POST', paths.logout, (request) => void request.headers(logout.expected))
    .willRespondWith(200, (response) => {
      response.headers({ ...shapes.json, ...shapes.cookieCleared }).jsonBody(logoutAnswer(logout.revocation));
    })
    .executeTest(async ({ url }) => {
      await using web = await startWeb(url);
      const answer = await fetch(`${web.url}${paths.webLogout}`, { method: 'POST', headers: logout.sent });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual(logoutAnswer(logout.revocation));
      expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^refresh_token=;/)]);
    });
});
