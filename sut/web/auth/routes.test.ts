import { expect, test } from 'vitest';
import { logoutAnswer, sessionAnswer, user } from '#contracts/consumer/examples.ts';
import { handle, type Reply } from '#contracts/consumer/handler.ts';
import { mockNetwork } from '#contracts/consumer/network.ts';
import { paths } from '#contracts/wire/paths.ts';
import { startWeb } from '../web-under-test.ts';

const api = 'http://api.internal';
/** The web tier's own sender keeps its connections to itself, where no mock sees them. */
const send = ({
  url,
  method,
  headers,
  body,
}: {
  url: string;
  method: string;
  headers: readonly (readonly [string, string])[];
  body: Buffer | null;
}) =>
  fetch(url, {
    method,
    headers: headers.map(([name, value]) => [name, value]),
    body: body === null ? null : new Uint8Array(body),
  });

/** What a client gets for a POST to the web tier while the api answers `name` with `reply`. */
async function ask(path: string, name: 'login' | 'logout', reply: Reply, body?: object) {
  await using web = await startWeb(api, { send });
  using _network = mockNetwork([handle(api, name, reply)], [web.url]);
  const answer = await fetch(`${web.url}${path}`, {
    method: 'POST',
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: answer.status, cookies: answer.headers.getSetCookie(), body: (await answer.json()) as unknown };
}

const credentials = { email: user.email, password: 'p' };

test('a login goes through, its cookie too', async () => {
  const answer = await ask('/auth/login', 'login', { status: 200, body: sessionAnswer, cookie: 'new' }, credentials);
  expect(answer).toEqual({ status: 200, cookies: [expect.stringMatching(/^refresh_token=new;/)], body: sessionAnswer });
});

test.each(['invalid_credentials', 'rate_limited', 'store_unavailable'] as const)(
  'the api’s own %s goes through',
  async (code) => {
    const answer = await ask('/auth/login', 'login', code, credentials);
    expect(answer).toMatchObject({ body: { error: code }, cookies: [] });
  },
);

test('a login that gets no answer is 502', async () => {
  expect(await ask('/auth/login', 'login', 'no answer', credentials)).toMatchObject({
    status: 502,
    body: { error: 'upstream_unreachable' },
  });
});

test.each<[string, Reply]>([
  ['no answer', 'no answer'],
  ['a 502', 'upstream_unreachable'],
  ['a 403', 'origin_not_allowed'],
  ['a 200 that says failed', { status: 200, body: logoutAnswer('failed') }],
])('a logout that gets %s is 200, clears the cookie and says failed', async (_what, reply) => {
  const answer = await ask(paths.webLogout, 'logout', reply);
  expect(answer).toMatchObject({ status: 200, body: { revocation: 'failed' } });
  expect(answer.cookies).toEqual([expect.stringMatching(/^refresh_token=;.* Max-Age=0/)]);
});
